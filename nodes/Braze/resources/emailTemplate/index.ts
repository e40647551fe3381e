import type { Resource } from '../../../shared/operation';
import { create } from './create.operation';
import { get } from './get.operation';
import { getMany } from './getMany.operation';
import { update } from './update.operation';

export const emailTemplate: Resource = { name: 'Email Template', operations: { create, get, getMany, update } };
