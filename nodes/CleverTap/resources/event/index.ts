import type { Resource } from '../../../shared/operation';
import { getMany } from './getMany.operation';
import { upload } from './upload.operation';

export const event: Resource = { name: 'Event', operations: { getMany, upload } };
