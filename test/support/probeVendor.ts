import nock from 'nock';
import { objectBody } from '../../nodes/shared/transport/call';
import { openDoor, type Attempt, type DoorSettings } from '../../nodes/shared/transport/door';
import type { Call, RetryPolicy } from '../../nodes/shared/transport/call';
import type { Vendor } from '../../nodes/shared/transport/vendor';
import { inExecute } from './engine';

export const HOST = 'https://vendor.test';
export const KEY = 'key-that-nobody-may-see';

/** A vendor of the tests' own, behind Braze's credential: `Retry-After` in seconds; 502 and 503 mean that nothing happened. */
export const vendor: Vendor = {
	name: 'Vendor',
	credential: 'brazeMessagingApi',
	baseUrl: ({ baseUrl }) => String(baseUrl),
	isOverridden: () => false,
	classify: (answer) => {
		if (answer.status < 300) return undefined;
		const message = String(objectBody(answer).message ?? `HTTP ${answer.status}`);
		const failureClass = answer.status === 401 ? 'unauthorized' : answer.status === 429 ? 'rateLimited' : answer.status >= 500 ? 'unavailable' : 'invalidInput';
		return { class: failureClass, vendor: 'Vendor', status: answer.status, message, fix: `Do something about: ${message}` };
	},
	waitMs: ({ headers }) => (headers['retry-after'] === undefined ? undefined : Number(headers['retry-after']) * 1000),
	nothingHappenedAt: [429, 502, 503],
	patienceMs: 5_000,
	parallel: 4,
};

export const WRITE: Call = { method: 'POST', path: '/things', body: { a: 1 } };

export const api = (): nock.Scope => nock(HOST, { reqheaders: { authorization: `Bearer ${KEY}` } });

export async function attempt(call: Call, retry: RetryPolicy, settings: DoorSettings = { longestWaitMs: 60_000 }, baseUrl = HOST): Promise<Attempt> {
	const credentials = { brazeMessagingApi: { instance: 'custom', baseUrl, apiKey: KEY } };
	return await inExecute(credentials, async (context) => await (await openDoor(context, vendor, settings)).attempt(call, retry));
}
