import type { Resource } from '../../../shared/operation';
import { create } from './create.operation';
import { getMany } from './getMany.operation';

export const userField: Resource = { name: 'User Field', operations: { create, getMany } };
