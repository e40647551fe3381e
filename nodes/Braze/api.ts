import type { Failure } from '../shared/transport/failure';
import { objectBody, type Answer, type Call } from '../shared/transport/call';
import type { Vendor } from '../shared/transport/vendor';
import { permissionFor } from './permissions';

const NAME = 'Braze';

/** What to do about Braze's fatal 400 texts, by how they begin. */
const FIXES: ReadonlyArray<[RegExp, string]> = [
	[/invalid campaign id/i, 'Copy the campaign ID again from the campaign\'s Schedule Delivery step; the campaign must use API-triggered delivery.'],
	[/no recipients/i, 'Give a user for every item.'],
	[/max input length|exceed/i, 'Send fewer objects in one call: lower the batch size in this node.'],
	[/fields_to_export/i, 'Name at least one profile field in "Fields to Export".'],
];

function messageOf(answer: Answer): string {
	const { message } = objectBody(answer);
	return typeof message === 'string' && message !== '' ? message : `HTTP ${answer.status}`;
}

type Told = Pick<Failure, 'class' | 'fix'>;

function tell(answer: Answer, call: Call): Told {
	switch (answer.status) {
		case 401:
			return {
				class: 'unauthorized',
				fix: 'Check the REST API key and the instance in the Braze credential: a key works on its own cluster only.',
			};
		case 403: {
			const permission = permissionFor(call.method, call.path);
			return {
				class: 'forbidden',
				fix: permission
					? `The REST API key needs the permission "${permission}", and its allowlist must hold n8n's address. Permissions of a key cannot be changed: make a new key in Settings > API Keys.`
					: 'The REST API key may not do this, or its allowlist does not hold n8n\'s address: make a new key in Settings > API Keys.',
			};
		}
		case 404:
			return { class: 'notFound', fix: 'Check the REST host in the Braze credential; it looks like https://rest.iad-01.braze.com.' };
		case 429:
			return { class: 'rateLimited', fix: 'Wait for the time given, or send fewer calls; "Longest Wait" in this node\'s connection options waits for you.' };
		default:
			if (answer.status < 400) return { class: 'notFound', fix: 'This host points elsewhere: check the REST host in the Braze credential.' };
			if (answer.status >= 500) return { class: 'unavailable', fix: 'Try again later; Braze does not repeat failed calls itself.' };
			return {
				class: 'invalidInput',
				fix: FIXES.find(([text]) => text.test(messageOf(answer)))?.[1] ?? 'Correct the fields of this item after Braze\'s message.',
			};
	}
}

/** Braze says success with 200, 201 or 202; minor errors inside such an answer are the operation's to read. */
function classify(answer: Answer, call: Call): Failure | undefined {
	if (answer.status >= 200 && answer.status < 300) return undefined;
	return { vendor: NAME, status: answer.status, message: `Braze: ${messageOf(answer)}`, ...tell(answer, call) };
}

/** `X-RateLimit-Reset` is the UTC epoch second at which the window ends. */
function waitMs({ status, headers }: Answer): number | undefined {
	const reset = Number(headers['x-ratelimit-reset']);
	if (status !== 429 || !Number.isFinite(reset) || reset <= 0) return undefined;
	return Math.max(0, reset * 1000 - Date.now());
}

export const braze: Vendor = {
	name: NAME,
	credential: 'brazeMessagingApi',
	baseUrl: ({ instance, baseUrl }) => String(instance === 'custom' ? baseUrl : instance),
	isOverridden: ({ instance }) => instance === 'custom',
	classify,
	waitMs,
	// Braze: 502 never reached its servers, 503 is refused for capacity.
	nothingHappenedAt: [429, 502, 503],
	patienceMs: 30_000,
	parallel: 4,
};
