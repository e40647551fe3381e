import type { Resource } from '../../../shared/operation';
import { get } from './get.operation';
import { getBatch } from './getBatch.operation';

export const userProfile: Resource = { name: 'User Profile', operations: { get, getBatch } };
