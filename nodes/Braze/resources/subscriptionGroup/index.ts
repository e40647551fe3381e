import type { Resource } from '../../../shared/operation';
import { getStatus } from './getStatus.operation';
import { getUserGroups } from './getUserGroups.operation';
import { setStatus } from './setStatus.operation';
import { setStatusV2 } from './setStatusV2.operation';

export const subscriptionGroup: Resource = { name: 'Subscription Group', operations: { getStatus, getUserGroups, setStatus, setStatusV2 } };
