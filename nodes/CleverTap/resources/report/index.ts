import type { Resource } from '../../../shared/operation';
import { getEventCount } from './getEventCount.operation';
import { getMessageReport } from './getMessageReport.operation';
import { getProfileCount } from './getProfileCount.operation';
import { getRealTimeCount } from './getRealTimeCount.operation';
import { getTopProperties } from './getTopProperties.operation';
import { getTrends } from './getTrends.operation';

export const report: Resource = { name: 'Report', operations: { getEventCount, getMessageReport, getProfileCount, getRealTimeCount, getTopProperties, getTrends } };
