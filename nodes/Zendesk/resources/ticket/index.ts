import type { Resource } from '../../../shared/operation';
import { create } from './create.operation';
import { get } from './get.operation';
import { listComments } from './listComments.operation';
import { update } from './update.operation';

export const ticket: Resource = { name: 'Ticket', operations: { create, get, listComments, update } };
