import type { Resource } from '../../../shared/operation';
import { upload } from './upload.operation';

export const deviceToken: Resource = { name: 'Device Token', operations: { upload } };
