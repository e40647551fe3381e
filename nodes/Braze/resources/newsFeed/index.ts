import type { Resource } from '../../../shared/operation';
import { get } from './get.operation';
import { getDataSeries } from './getDataSeries.operation';
import { getMany } from './getMany.operation';

export const newsFeed: Resource = { name: 'News Feed', operations: { getMany, get, getDataSeries } };
