import { isObject } from '../shared/text/isObject';
import { objectBody, type Answer, type Call } from '../shared/transport/call';
import type { Failure } from '../shared/transport/failure';
import { permissionFor } from './permissions';

const NAME = 'Braze';

/** What to do about Braze's fatal 400 texts, by what is in them. */
const FIXES: ReadonlyArray<[RegExp, string]> = [
	[/invalid campaign id/i, 'Copy the campaign ID again from the campaign\'s Schedule Delivery step; the campaign must use API-triggered delivery.'],
	[/message variant unspecified/i, 'Choose the message variation of each channel: with a campaign Braze must know which one to count the message under.'],
	[/invalid message variant/i, 'Copy the message variation ID again from the API campaign; it must belong to the chosen campaign.'],
	[/mismatched message type/i, 'The message variation is of another channel than the message: choose a variation of the same channel in the API campaign.'],
	[/no recipients/i, 'Give a user for every item.'],
	[/no message to send/i, 'Choose at least one channel and fill in its message.'],
	[/extra push payload/i, 'Correct the key-value pairs of the push: the names "ab" and "aps" are Braze\'s own.'],
	[/push payload|payload (is )?too (big|large)/i, 'Shorten the push: Apple takes 1,912 bytes, Android 4,000, key-value pairs counted too.'],
	[/slideup/i, 'Shorten the text to 140 characters.'],
	[/in_local_time|local time/i, 'Choose a later time: in the local time of every user the given one has passed.'],
	[/send_at|schedule/i, 'Correct the time of the schedule, for instance 2026-11-21T09:30:00Z.'],
	[/max input length|exceed|too many|maximum number/i, 'Send fewer objects in one call: lower the batch size in this node.'],
	[/fields_to_export/i, 'Name at least one profile field in "Fields to Export".'],
];

const NEW_KEY = 'A key cannot be changed later: make a new one in Settings > API Keys.';

function textsOf(answer: Answer): string[] {
	const { message, errors } = objectBody(answer);
	const texts = (Array.isArray(errors) ? errors : []).map((error: unknown) => (isObject(error) ? String(error.message ?? error.type ?? error.detail ?? '') : String(error)));
	return [typeof message === 'string' ? message : '', ...texts].filter((text) => text !== '');
}

export const messageOf = (answer: Answer): string => textsOf(answer)[0] ?? `HTTP ${answer.status}`;

/** Braze's own answers are JSON with a message; a wrong host answers with a page. */
const isBrazes = (answer: Answer): boolean => typeof objectBody(answer).message === 'string';

/** An address that the key's allowlist does not hold: "Invalid whitelisted IPs", after Braze's page on transactional sends. */
const isAddress = (answer: Answer): boolean => textsOf(answer).some((text) => /(white|allow) ?list(ed)?\b.*\bip|\bip\b.*(white|allow) ?list|invalid ip/i.test(text));

/** "Access Denied" and "You do not have permission …" are the key's; "Forbidden" is the plan's or the account's. */
const isPermission = (answer: Answer): boolean => textsOf(answer).some((text) => /access denied|permission/i.test(text));

function forbidden(answer: Answer, { method, path }: Call): string {
	const permission = permissionFor(method, path);
	const lacks = permission ? `The REST API key needs the permission "${permission}".` : 'The REST API key lacks the permission for this endpoint.';
	if (isPermission(answer)) return `${lacks} ${NEW_KEY}`;
	if (/forbidden/i.test(messageOf(answer))) return `The Braze account or its plan does not allow this, or the key lacks the permission${permission ? ` "${permission}"` : ''}: ask your Braze account manager, or look at the key in Settings > API Keys.`;
	return `${lacks} If it has it, the key's allowlist does not hold n8n's address. ${NEW_KEY}`;
}

type Told = Pick<Failure, 'class' | 'fix'>;

function tell(answer: Answer, call: Call): Told {
	const { status } = answer;
	if ([400, 401, 403].includes(status) && isAddress(answer)) {
		return { class: 'forbidden', fix: `The allowlist of this REST API key does not hold the address that n8n calls from; no permission is missing. ${NEW_KEY} Its "Whitelist IPs" must hold n8n's public address, or be empty.` };
	}
	switch (status) {
		case 401:
			return { class: 'unauthorized', fix: 'Check the REST API key and the instance in the Braze credential: a key works on its own cluster only.' };
		case 403:
			return { class: 'forbidden', fix: forbidden(answer, call) };
		case 404:
			return {
				class: 'notFound',
				fix: isBrazes(answer)
					? 'Check the ID or the name in this item. If every call says so, check the REST host in the Braze credential.'
					: 'Check the REST host in the Braze credential; it looks like https://rest.iad-01.braze.com.',
			};
		case 429:
			return {
				class: 'rateLimited',
				fix:
					call.path === '/sends/id/create'
						? 'Braze makes 100 send IDs a day for a workspace, and today\'s are used up: use a send ID again for the same campaign, or wait for the time given.'
						: 'Wait for the time given, or send fewer calls; "Longest Wait" in this node\'s connection options waits for you.',
			};
		default:
			if (status < 400) return { class: 'notFound', fix: 'This host points elsewhere: check the REST host in the Braze credential.' };
			if (status >= 500) return { class: 'unavailable', fix: 'Try again later; Braze does not repeat failed calls itself.' };
			return {
				class: 'invalidInput',
				fix: FIXES.find(([text]) => textsOf(answer).some((told) => text.test(told)))?.[1] ?? 'Correct the fields of this item after Braze\'s message.',
			};
	}
}

/** Braze says success with 200, 201 or 202; minor errors inside such an answer are the operation's to read. */
export function classify(answer: Answer, call: Call): Failure | undefined {
	if (answer.status >= 200 && answer.status < 300) return undefined;
	return { vendor: NAME, status: answer.status, message: `${NAME}: ${messageOf(answer)}`, ...tell(answer, call) };
}
