import type { Resource } from '../../../shared/operation';
import { send } from './send.operation';
import { transactionalVendor } from './transactionalVendor';

export const transactionalEmail: Resource = { name: 'Transactional Email', vendor: transactionalVendor, operations: { send } };
