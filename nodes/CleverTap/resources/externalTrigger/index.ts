import type { Resource } from '../../../shared/operation';
import { send } from './send.operation';
import { sendSeveral } from './sendSeveral.operation';

export const externalTrigger: Resource = { name: 'External Trigger', operations: { send, sendSeveral } };
