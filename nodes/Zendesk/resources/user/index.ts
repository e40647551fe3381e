import type { Resource } from '../../../shared/operation';
import { addIdentity } from './addIdentity.operation';
import { create } from './create.operation';
import { createOrUpdate } from './createOrUpdate.operation';
import { deleteUser } from './delete.operation';
import { deleteIdentity } from './deleteIdentity.operation';
import { get } from './get.operation';
import { getMany } from './getMany.operation';
import { listIdentities } from './listIdentities.operation';
import { makeIdentityPrimary } from './makeIdentityPrimary.operation';
import { resolve } from './resolve.operation';
import { search } from './search.operation';
import { update } from './update.operation';

export const user: Resource = {
	name: 'User',
	operations: { addIdentity, create, createOrUpdate, delete: deleteUser, deleteIdentity, get, getMany, listIdentities, makeIdentityPrimary, resolve, search, update },
};
