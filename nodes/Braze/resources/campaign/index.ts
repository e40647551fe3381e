import type { Resource } from '../../../shared/operation';
import { sendOnce } from './sendOnce.operation';
import { triggerSend } from './triggerSend.operation';

export const campaign: Resource = { name: 'Campaign', operations: { sendOnce, triggerSend } };
