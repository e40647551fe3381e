import type { Resource } from '../../../shared/operation';
import { create } from './create.operation';
import { deleteUser } from './delete.operation';
import { deleteMetadata } from './deleteMetadata.operation';
import { get } from './get.operation';
import { getMany } from './getMany.operation';
import { setMetadata } from './setMetadata.operation';
import { update } from './update.operation';
import { upsert } from './upsert.operation';

export const user: Resource = { name: 'User', operations: { create, delete: deleteUser, deleteMetadata, get, getMany, setMetadata, update, upsert } };
