import type { Resource } from '../../../shared/operation';
import { repair } from './repair.operation';
import { status } from './status.operation';

export const subscription: Resource = { name: 'Subscription', operations: { repair, status } };
