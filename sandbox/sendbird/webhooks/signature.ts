import { createHmac } from 'node:crypto';

/** `x-sendbird-signature`: over the body's very bytes, hex. */
export const sendbirdSignature = (apiToken: string, body: string): string => createHmac('sha256', apiToken).update(body, 'utf8').digest('hex');
