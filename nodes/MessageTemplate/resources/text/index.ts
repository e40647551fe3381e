import type { Resource } from '../../../shared/operation';
import { split } from './split.operation';

export const text: Resource = { name: 'Text', operations: { split } };
