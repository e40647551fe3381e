import type { Resource } from '../../../shared/operation';
import { resolve } from './resolve.operation';

export const user: Resource = { name: 'User', operations: { resolve } };
