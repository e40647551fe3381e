import type { Resource } from '../../../shared/operation';
import { getMany } from './getMany.operation';

export const customAttribute: Resource = { name: 'Custom Attribute', operations: { getMany } };
