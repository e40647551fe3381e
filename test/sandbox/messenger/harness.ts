/* eslint-disable @n8n/community-nodes/no-restricted-imports -- tests run servers of their own */
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { MessengerClient } from 'messaging-api-messenger';
import { z } from 'zod';
import type { ChatMessage } from '../../../sandbox/messenger/controls/controlTypes';
import { serve, type ServeOptions } from '../../../sandbox/core/serve';
import { messengerVendor } from '../../../sandbox/messenger';
import { sandboxEvents } from '../../support/sandboxEvents';

export const PAGE = '100200300400500';
export const OTHER_PAGE = '100200300400501';
export const APP = '1122334455667788';
export const SECOND_APP = '1122334455667799';
export const INBOX = '263902037430900';
export const SECRET = 'sandbox-app-secret';
export const APP_TOKEN = `${APP}|${SECRET}`;
export const PAGE_TOKEN = 'sandbox-page-token';

/** The seeded people, by what they are for. */
export const ADA = '24567890123456781';
export const JOERG = '24567890123456783';
export const GRACE_3_DAYS = '24567890123456785';
export const EDSGER_10_DAYS = '24567890123456787';
export const ANNA_BLOCKED = '24567890123456789';
export const ALAN_NO_PROFILE = '24567890123456791';
export const MARY_NEVER = '24567890123456793';
export const ADA_ELSEWHERE = '24567890123456795';

export const HOUR = 3600;
export const DAY = 24 * HOUR;

export interface GraphErrorJson {
	message: string;
	type: string;
	code: number;
	error_subcode?: number;
	fbtrace_id: string;
}

export interface Answer<Body> {
	status: number;
	headers: Headers;
	body: Body;
}

type Loose = Record<string, unknown> & { error?: GraphErrorJson };

/** The sandbox with Messenger alone. */
export async function startMessenger(options: ServeOptions = {}) {
	const sandbox = await serve([messengerVendor], options);
	const base = sandbox.ready.vendors.messenger ?? '';

	const fetchJson = async <Body>(url: string, init: RequestInit): Promise<Answer<Body>> => {
		const answer = await fetch(url, init);
		return { status: answer.status, headers: answer.headers, body: (await answer.json()) as Body };
	};
	const control = async <Body = Loose>(method: string, path: string, body?: unknown) =>
		await fetchJson<Body>(`${sandbox.ready.control}${path}`, body === undefined ? { method } : { method, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
	/** A call as v25.0, the token in the header unless headers say otherwise. */
	const graph = async <Body = Loose>(method: string, path: string, body?: unknown, headers: Record<string, string> = {}) =>
		await fetchJson<Body>(`${base}/v25.0${path}`, {
			method,
			headers: { authorization: `Bearer ${PAGE_TOKEN}`, ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
			body: body === undefined ? undefined : JSON.stringify(body),
		});

	const { events, event } = sandboxEvents(sandbox.world);

	const send = async (psid: string, text = 'Hi', more: object = {}) => await graph('POST', `/${PAGE}/messages`, { recipient: { id: psid }, messaging_type: 'RESPONSE', message: { text }, ...more });

	return {
		base,
		sandbox,
		graph,
		control,
		events,
		event,
		send,
		note: async (text: string) => await event(({ kind, summary }) => kind === 'note' && summary.includes(text)),
		/** The rule that decided the last call. */
		lastRule: () => events().filter(({ kind }) => kind === 'request').at(-1)?.rule,
		reset: async () => await control('POST', '/reset'),
		age: async (seconds: number) => await control('POST', '/age', { seconds }),
		person: async <Body = Loose>(psid: string, what: string, body: object = {}) => await control<Body>('POST', `/messenger/persons/${psid}/${what}`, body),
		chat: async (psid: string): Promise<ChatMessage[]> => (await control<{ messages: ChatMessage[] }>('GET', `/messenger/persons/${psid}/chat`)).body.messages,
		/** Both layers, for this callback; the first app unless told otherwise. */
		subscribe: async (url: string, fields: string, { appId = APP, secret = SECRET, token = PAGE_TOKEN } = {}) => {
			const app = await graph('POST', `/${appId}/subscriptions`, { object: 'page', callback_url: url, verify_token: 'our-verify-token', fields, include_values: true }, { authorization: `Bearer ${appId}|${secret}` });
			const page = await graph('POST', `/${PAGE}/subscribed_apps`, { subscribed_fields: fields }, { authorization: `Bearer ${token}` });
			if (app.status !== 200 || page.status !== 200) throw new Error(JSON.stringify([app.body, page.body]));
		},
		/** An independent client. With `appSecret` it proves each call. */
		client: (more: { accessToken?: string; appSecret?: string; skipAppSecretProof?: boolean } = {}) =>
			new MessengerClient({ accessToken: PAGE_TOKEN, appId: APP, version: '25.0', origin: base, ...more }),
		close: async () => await sandbox.close(),
	};
}

export type Messenger = Awaited<ReturnType<typeof startMessenger>>;

const delivered = z.object({
	object: z.literal('page'),
	entry: z.array(z.object({ id: z.string(), time: z.number(), messaging: z.array(z.record(z.unknown())).optional(), standby: z.array(z.record(z.unknown())).optional(), changes: z.array(z.record(z.unknown())).optional() })),
});

export type Entry = z.output<typeof delivered>['entry'][number];

export interface Taken {
	headers: IncomingHttpHeaders;
	text: string;
	entries: Entry[];
}

/** A callback: answers the verification, then takes deliveries. `answers` are the statuses of the first ones (0 never answers); 200 after them. */
export async function startCallback(answers: number[] = []) {
	const taken: Taken[] = [];
	const asked: URL[] = [];
	const waiting: Array<{ enough: () => boolean; resolve: () => void }> = [];
	const callback = {
		url: '',
		taken,
		/** Verification calls. */
		asked,
		verify: (url: URL): { status: number; body: string; location?: string } => ({ status: 200, body: url.searchParams.get('hub.challenge') ?? '' }),
		answers,
		/** Every event in order of arrival, whatever the batches. */
		events: (list: 'messaging' | 'standby' | 'changes' = 'messaging') => taken.flatMap(({ entries }) => entries.flatMap((entry) => entry[list] ?? [])),
		until: async (enough: () => boolean) => {
			if (!enough()) await new Promise<void>((resolve) => waiting.push({ enough, resolve }));
		},
		/** Resolves with the first event that has this key. */
		first: async (key: string, list: 'messaging' | 'standby' | 'changes' = 'messaging') => {
			const find = () => callback.events(list).find((event) => key in event);
			await callback.until(() => find() !== undefined);
			return find() ?? {};
		},
		close: async () => {
			server.closeAllConnections();
			await new Promise<void>((resolve) => server.close(() => resolve()));
		},
	};
	const server = createServer((request, response) => {
		if (request.method === 'GET') {
			const url = new URL(request.url ?? '/', 'http://callback');
			asked.push(url);
			const { status, body, location } = callback.verify(url);
			response.writeHead(status, location === undefined ? {} : { location }).end(body);
			return;
		}
		const chunks: Buffer[] = [];
		request.on('data', (chunk: Buffer) => chunks.push(chunk));
		request.on('end', () => {
			const text = Buffer.concat(chunks).toString('utf8');
			taken.push({ headers: request.headers, text, entries: delivered.parse(JSON.parse(text)).entry });
			const status = callback.answers.shift() ?? 200;
			if (status !== 0) response.writeHead(status).end();
			for (const { enough, resolve } of waiting) if (enough()) resolve();
		});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	callback.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/webhook/messenger`;
	return callback;
}

export type Callback = Awaited<ReturnType<typeof startCallback>>;
