import type { Resource } from '../../../shared/operation';
import { upload } from './upload.operation';

export const attachment: Resource = { name: 'Attachment', operations: { upload } };
