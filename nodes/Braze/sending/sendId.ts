import { field, type Problem } from '../../shared/operation';

export const sendIdField = field.optionalId({ displayName: 'Send ID', description: 'Made with Create Send ID first; groups the statistics of several sends of one campaign' });

const MOST_CHARACTERS = 64;

/** ASCII, 64 characters at most. */
export function checkSendId(sendId: string | undefined): Problem | undefined {
	if (sendId === undefined) return undefined;
	if (sendId.length > MOST_CHARACTERS) return { displayName: 'Send ID', message: `has ${sendId.length} characters; Braze takes ${MOST_CHARACTERS}` };
	return /^[\x20-\x7e]+$/.test(sendId) ? undefined : { displayName: 'Send ID', message: 'may hold ASCII characters only' };
}
