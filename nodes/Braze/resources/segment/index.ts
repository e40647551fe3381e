import type { Resource } from '../../../shared/operation';
import { get } from './get.operation';
import { getDataSeries } from './getDataSeries.operation';
import { getMany } from './getMany.operation';

export const segment: Resource = { name: 'Segment', operations: { getMany, get, getDataSeries } };
