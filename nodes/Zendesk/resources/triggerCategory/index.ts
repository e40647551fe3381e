import type { Resource } from '../../../shared/operation';
import { create } from './create.operation';
import { getMany } from './getMany.operation';

export const triggerCategory: Resource = { name: 'Trigger Category', operations: { create, getMany } };
