import type { Resource } from '../../../shared/operation';
import { sendbirdNotifications } from '../../api';
import { sendBatch } from './sendBatch.operation';
import { sendBatchFromFile } from './sendBatchFromFile.operation';
import { sendRealtime } from './sendRealtime.operation';

export const notification: Resource = { name: 'Notification', vendor: sendbirdNotifications, operations: { sendBatch, sendBatchFromFile, sendRealtime } };
