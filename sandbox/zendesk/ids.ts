import { randomBytes } from 'node:crypto';

/** The number that Zendesk sends as `account_id`. */
export const ACCOUNT_ID = 22129848;

const BASE32 = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** As random and as long as Zendesk's; base64 only in looks. */
export const newSecret = (): string => randomBytes(32).toString('base64');

/** ULID-like: 26 characters. */
export const ulid = (): string => `01${[...randomBytes(24)].map((byte) => BASE32[byte % 32]).join('')}`;
