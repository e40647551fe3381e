import type { Resource } from '../../../shared/operation';
import { checkSecret } from './checkSecret.operation';
import { create } from './create.operation';
import { deleteWebhook } from './delete.operation';
import { get } from './get.operation';
import { getMany } from './getMany.operation';
import { listInvocations } from './listInvocations.operation';
import { resetSecret } from './resetSecret.operation';
import { test } from './test.operation';

export const webhook: Resource = { name: 'Webhook', operations: { checkSecret, create, delete: deleteWebhook, get, getMany, listInvocations, resetSecret, test } };
