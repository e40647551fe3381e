import type { Resource } from '../../../shared/operation';
import { getDataSeries } from './getDataSeries.operation';
import { getMany } from './getMany.operation';
import { getNames } from './getNames.operation';

export const event: Resource = { name: 'Custom Event', operations: { getMany, getNames, getDataSeries } };
