import type { Resource } from '../../../shared/operation';
import { exportByIds } from './exportByIds.operation';
import { trackAttributes } from './trackAttributes.operation';

export const user: Resource = { name: 'User', operations: { trackAttributes, exportByIds } };
