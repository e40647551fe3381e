import type { FailureClass } from '../shared/transport/failure';

export interface CodeMeaning {
	class: FailureClass;
	fix: string;
}

const WAIT: CodeMeaning = { class: 'rateLimited', fix: 'Wait for the time given, or send fewer calls; batch notifications do not run into this limit.' };
const LATER: CodeMeaning = { class: 'unavailable', fix: 'Try again later; status.sendbird.com tells of outages.' };
const PARAMETER: CodeMeaning = { class: 'invalidInput', fix: 'Correct the field that Sendbird names.' };

/**
 * What Sendbird's codes mean (https://sendbird.com/docs/chat/platform-api/v3/error-codes, https://sendbird.com/docs/notifications/platform-api/v1/error-codes).
 * Nearly all come with HTTP 400, so the status tells nothing.
 */
const CODES: Readonly<Record<string, CodeMeaning>> = {
	'207100': { class: 'unknownOutcome', fix: 'Some of the targets were notified and some were not: look in the Dashboard under Business Messaging > Logs before you send again.' },
	'400105': { class: 'invalidInput', fix: 'Fill in the parameter that Sendbird names.' },
	'400108': { class: 'forbidden', fix: 'This token may not do that: use the master API token, and check that the user is a member of the channel, which must not be frozen.' },
	'400201': { class: 'notFound', fix: 'Check the ID or channel URL in the Dashboard; it is case-sensitive.' },
	'400202': { class: 'conflict', fix: 'It exists already: update it, or choose another ID. For users there is the operation Create or Update.' },
	'400300': { class: 'recipientGone', fix: 'The user is deactivated: set "Is Active" with the operation Update of the resource User.' },
	'400301': { class: 'notFound', fix: 'Sendbird knows no user of this ID: create the user first (Create or Update of the resource User), or check how its ID is mapped.' },
	'400302': { class: 'unauthorized', fix: 'The access token of the user is wrong or has ended: issue a new one.' },
	'400304': { class: 'unauthorized', fix: 'Check the Application ID in the credential; it is case-sensitive (Dashboard > Settings > Application > General).' },
	'400306': { class: 'policy', fix: 'The quota of the plan is used up: see Dashboard > Overview, or ask Sendbird for more.' },
	'400700': { class: 'policy', fix: 'One of the two users has blocked the other: unblock, or write to somebody else.' },
	'400750': { class: 'policy', fix: 'The user is banned: lift the ban in the Dashboard under Chat > Group channels.' },
	'400920': PARAMETER,
	'400930': { class: 'notFound', fix: 'Sendbird has no such endpoint: check the Base URL and the paths in the credential.' },
	'403101': { class: 'forbidden', fix: 'Notifications (Business Messaging) is not switched on for this application: switch it on in the Dashboard, or ask Sendbird for it.' },
	'429': WAIT,
	'500910': WAIT,
};

/** The token's fix differs by host, so the code stands alone here. */
export const BAD_TOKEN = '400401';

/** A token that is another one's than this host's, or an application that is not available: Sendbird uses it for both. */
export const NO_PERMISSION = '403100';

/** The meaning of a code, the family's where the code itself is not known; undefined for no family of Sendbird's. */
export function meaningOf(code: string): CodeMeaning | undefined {
	const known = CODES[code];
	if (known !== undefined) return known;
	if (/^5\d{5}$/.test(code)) return LATER;
	return /^400\d{3}$/.test(code) ? PARAMETER : undefined;
}

/** For an answer without Sendbird's envelope: something before Sendbird spoke, and the status is all there is. */
export function meaningOfStatus(status: number): CodeMeaning {
	if (status === 429) return WAIT;
	if (status >= 500) return LATER;
	if (status === 401) return { class: 'unauthorized', fix: 'Check the API token in the credential.' };
	if (status === 403) return { class: 'forbidden', fix: 'Check the Application ID in the credential and the IP allowlist in the Dashboard under Settings > Application > Security.' };
	if (status === 404) return { class: 'notFound', fix: 'This was not Sendbird, or it has no such endpoint: check the Base URL and the paths in the credential.' };
	return { class: 'invalidInput', fix: 'This was not Sendbird: check the Application ID and the Base URL of the credential.' };
}
