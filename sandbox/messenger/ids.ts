import { randomBytes, randomInt } from 'node:crypto';

/** `m_…`, as in answers and events. */
export const newMessageId = (): string => `m_${randomBytes(48).toString('base64url')}`;

/** Digits, below 2^53: ids of attachments, labels and personas travel as numbers in some clients and in echoes. */
export const newId = (): string => `1${String(randomInt(10 ** 9)).padStart(9, '0')}${String(randomInt(10 ** 5)).padStart(5, '0')}`;

export const newTraceId = (): string => `A${randomBytes(16).toString('base64url')}`;
