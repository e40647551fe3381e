import type { Resource } from '../../../shared/operation';
import { get } from './get.operation';

export const userProfile: Resource = { name: 'User Profile', operations: { get } };
