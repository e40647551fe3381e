import type { Resource } from '../../../shared/operation';
import { getDailyActiveUsers } from './getDailyActiveUsers.operation';
import { getMonthlyActiveUsers } from './getMonthlyActiveUsers.operation';
import { getNewUsers } from './getNewUsers.operation';
import { getUninstalls } from './getUninstalls.operation';

export const kpi: Resource = { name: 'KPI', operations: { getNewUsers, getDailyActiveUsers, getMonthlyActiveUsers, getUninstalls } };
