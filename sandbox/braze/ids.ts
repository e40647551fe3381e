import { randomBytes } from 'node:crypto';

export const newId = (): string => randomBytes(12).toString('hex');
export const newDispatchId = (): string => randomBytes(16).toString('hex');
