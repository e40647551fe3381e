import type { Resource } from '../../../shared/operation';
import { getDataSeries } from './getDataSeries.operation';

export const session: Resource = { name: 'Session', operations: { getDataSeries } };
