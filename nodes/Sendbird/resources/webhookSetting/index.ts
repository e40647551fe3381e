import type { Resource } from '../../../shared/operation';
import { get } from './get.operation';
import { update } from './update.operation';

export const webhookSetting: Resource = { name: 'Webhook Setting', operations: { get, update } };
