import type { Resource } from '../../../shared/operation';
import { create } from './create.operation';
import { deletePersona } from './delete.operation';
import { get } from './get.operation';
import { getMany } from './getMany.operation';

export const persona: Resource = { name: 'Persona', operations: { create, delete: deletePersona, get, getMany } };
