import type { Resource } from '../../../shared/operation';
import { passThreadControl } from './passThreadControl.operation';
import { requestThreadControl } from './requestThreadControl.operation';
import { takeThreadControl } from './takeThreadControl.operation';

export const conversation: Resource = { name: 'Conversation Routing', operations: { passThreadControl, requestThreadControl, takeThreadControl } };
