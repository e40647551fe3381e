import type { UserInput } from '../userFields';

/** Users a call, as other clients send them. */
export const MOST_USERS = 1000;

/** External triggers write the kinds of IDs as they are; sends write two of them with a capital, in the samples that are known. */
const IN_SENDS: Readonly<Record<UserInput['identifyBy'], string>> = { identity: 'Identity', email: 'Email', objectId: 'objectId', FBID: 'FBID', GPID: 'GPID' };

export const sendKey = (kind: UserInput['identifyBy'], plain: boolean): string => (plain ? kind : IN_SENDS[kind]);
