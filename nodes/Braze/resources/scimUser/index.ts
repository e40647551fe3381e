import type { Resource } from '../../../shared/operation';
import { create } from './create.operation';
import { deleteAccount } from './delete.operation';
import { get } from './get.operation';
import { scimVendor } from './scimVendor';
import { search } from './search.operation';
import { update } from './update.operation';

export const scimUser: Resource = { name: 'SCIM User', vendor: scimVendor, operations: { create, delete: deleteAccount, get, search, update } };
