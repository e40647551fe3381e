import type { Resource } from '../../../shared/operation';
import { createId } from './createId.operation';
import { getDataSeries } from './getDataSeries.operation';

export const send: Resource = { name: 'Send', operations: { createId, getDataSeries } };
