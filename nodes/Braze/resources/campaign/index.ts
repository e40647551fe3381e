import type { Resource } from '../../../shared/operation';
import { triggerSend } from './triggerSend.operation';

export const campaign: Resource = { name: 'Campaign', operations: { triggerSend } };
