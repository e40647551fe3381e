import type { Resource } from '../../../shared/operation';
import { start } from './start.operation';
import { startBroadcast } from './startBroadcast.operation';
import { update } from './update.operation';

export const liveActivity: Resource = { name: 'Live Activity', operations: { start, startBroadcast, update } };
