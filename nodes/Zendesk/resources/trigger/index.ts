import type { Resource } from '../../../shared/operation';
import { create } from './create.operation';
import { deleteTrigger } from './delete.operation';
import { get } from './get.operation';
import { getMany } from './getMany.operation';
import { update } from './update.operation';

export const trigger: Resource = { name: 'Trigger', operations: { create, delete: deleteTrigger, get, getMany, update } };
