import type { Resource } from '../../../shared/operation';
import { create } from './create.operation';
import { deleteKey } from './delete.operation';
import { getMany } from './getMany.operation';
import { setPrimary } from './setPrimary.operation';

export const sdkAuthentication: Resource = { name: 'SDK Authentication', operations: { create, delete: deleteKey, getMany, setPrimary } };
