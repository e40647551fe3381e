import type { Resource } from '../../../shared/operation';
import { sendbirdNotifications } from '../../api';
import { send } from './send.operation';

export const relay: Resource = { name: 'Relay', vendor: sendbirdNotifications, operations: { send } };
