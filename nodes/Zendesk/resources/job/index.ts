import type { Resource } from '../../../shared/operation';
import { get } from './get.operation';
import { wait } from './wait.operation';

export const job: Resource = { name: 'Job', operations: { get, wait } };
