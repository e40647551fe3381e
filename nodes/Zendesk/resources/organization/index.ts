import type { Resource } from '../../../shared/operation';
import { createOrUpdate } from './createOrUpdate.operation';
import { get } from './get.operation';
import { getMany } from './getMany.operation';

export const organization: Resource = { name: 'Organization', operations: { createOrUpdate, get, getMany } };
