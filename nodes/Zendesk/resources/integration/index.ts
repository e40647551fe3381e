import type { Resource } from '../../../shared/operation';
import { adoptOpenTickets } from './adoptOpenTickets.operation';
import { setUp } from './setUp.operation';
import { tearDown } from './tearDown.operation';

export const integration: Resource = { name: 'Integration', operations: { adoptOpenTickets, setUp, tearDown } };
