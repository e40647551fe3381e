import type { Resource } from '../../../shared/operation';
import { addCustomerMessage } from './addCustomerMessage.operation';
import { getReply } from './getReply.operation';
import { missedReplies } from './missedReplies.operation';
import { noteUndelivered } from './noteUndelivered.operation';

export const conversation: Resource = { name: 'Conversation', operations: { addCustomerMessage, getReply, missedReplies, noteUndelivered } };
