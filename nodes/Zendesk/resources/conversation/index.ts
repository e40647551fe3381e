import type { Resource } from '../../../shared/operation';
import { addCustomerMessage } from './addCustomerMessage.operation';

export const conversation: Resource = { name: 'Conversation', operations: { addCustomerMessage } };
