import { randomBytes, randomUUID } from 'node:crypto';

export const newChannelUrl = (): string => `sendbird_group_channel_${randomBytes(8).toString('hex')}`;

/** Access, session and API tokens: 40 hex digits. */
export const newToken = (): string => randomBytes(20).toString('hex');

export const newId = (): string => randomUUID();
