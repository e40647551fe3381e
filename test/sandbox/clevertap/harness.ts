/* eslint-disable @n8n/community-nodes/no-restricted-imports -- tests run servers of their own */
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { cleverTapVendor } from '../../../sandbox/clevertap';
import type { CampaignInput, CampaignTruth, CleverTapSettings, NewWebhook, ProfileTruth } from '../../../sandbox/clevertap/controls/controlTypes';
import { serve, type ServeOptions } from '../../../sandbox/core/serve';
import { sandboxEvents } from '../../support/sandboxEvents';

export const ACCOUNT = 'SBX-4W7-KR5Z';
export const PASSCODE = 'sandbox-clevertap-passcode';
/** `SBX-4W7-KR5Z` lives here. */
export const REGION = 'eu1';

export const MINUTE = 60;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

export const nowSeconds = (): number => Math.floor(Date.now() / 1000);

/** 20260131, in UTC. */
export const day = (daysAgo = 0): number => Number(new Date(Date.now() - daysAgo * DAY * 1000).toISOString().slice(0, 10).replaceAll('-', ''));

export interface Unprocessed {
	status: string;
	code: number;
	error: string;
	record: Record<string, unknown>;
}

export interface UploadAnswer {
	status: string;
	processed: number;
	unprocessed: Unprocessed[];
}

export type Loose = Record<string, unknown>;

export interface Answer<Body> {
	status: number;
	headers: Headers;
	text: string;
	body: Body;
}

async function fetchJson<Body>(url: string, init: RequestInit): Promise<Answer<Body>> {
	const answer = await fetch(url, init);
	const text = await answer.text();
	return { status: answer.status, headers: answer.headers, text, body: (text === '' ? undefined : JSON.parse(text)) as Body };
}

/** The sandbox with CleverTap alone. Calls take no time unless a test says so. */
export async function startCleverTap(options: ServeOptions = {}) {
	const sandbox = await serve([cleverTapVendor], options);
	const base = sandbox.ready.vendors.clevertap ?? '';
	const auth = { 'X-CleverTap-Account-Id': ACCOUNT, 'X-CleverTap-Passcode': PASSCODE };
	const json = { 'Content-Type': 'application/json; charset=utf-8' };

	const control = async <Body = Loose>(method: string, path: string, body?: unknown) =>
		await fetchJson<Body>(`${sandbox.ready.control}/clevertap${path}`, body === undefined ? { method } : { method, headers: json, body: JSON.stringify(body) });
	const world = async (path: string, body?: unknown) => await fetch(`${sandbox.ready.control}${path}`, { method: 'POST', ...(body === undefined ? {} : { headers: json, body: JSON.stringify(body) }) });
	const post = async <Body = Loose>(path: string, body: unknown, headers: Record<string, string> = {}) =>
		await fetchJson<Body>(`${base}${path}`, { method: 'POST', headers: { ...auth, ...json, ...headers }, body: typeof body === 'string' ? body : JSON.stringify(body) });
	const get = async <Body = Loose>(path: string, headers: Record<string, string> = {}) => await fetchJson<Body>(`${base}${path}`, { headers: { ...auth, ...headers } });
	const settings = async (wanted: Partial<CleverTapSettings>) => await control('POST', '/settings', wanted);

	const { events, event } = sandboxEvents(sandbox.world);

	const clevertap = {
		base,
		sandbox,
		control,
		settings,
		post,
		get,
		events,
		event,
		upload: async (...records: unknown[]) => await post<UploadAnswer>('/1/upload', { d: records }),
		note: async (text: string) => await event(({ kind, summary }) => kind === 'note' && summary.includes(text)),
		/** The rule that decided the last call. */
		lastRule: () => events().filter(({ kind }) => kind === 'request').at(-1)?.rule,
		profile: async (id: string) => (await control<ProfileTruth>('GET', `/profiles/${encodeURIComponent(id)}`)).body,
		exists: async (id: string) => (await control('GET', `/profiles/${encodeURIComponent(id)}`)).status === 200,
		webhook: async (input: NewWebhook) => await control('POST', '/webhooks', input),
		campaign: async (input: CampaignInput) => (await control<CampaignTruth>('POST', '/campaigns', input)).body,
		figures: async (id: number | string) => (await control<CampaignTruth>('GET', `/campaigns/${id}`)).body,
		start: async (id: number | string, body: object = {}) => await control<CampaignTruth & { error?: string }>('POST', `/campaigns/${id}/start`, body),
		reset: async () => {
			await world('/reset');
			await settings({ workMs: 0 });
		},
		fault: async (fault: object) => await world('/faults', { vendor: 'clevertap', ...fault }),
		age: async (seconds: number) => await world('/age', { seconds }),
		close: async () => await sandbox.close(),
	};
	await clevertap.reset();
	return clevertap;
}

export type CleverTap = Awaited<ReturnType<typeof startCleverTap>>;

export interface Received {
	method: string;
	headers: IncomingHttpHeaders;
	text: string;
	/** Parsed, where it is JSON. */
	body: Loose;
}

/**
 * A webhook's other end. The test call is answered by `test`; `answers` are the statuses of the first calls after it (0 never answers); 200 after them.
 */
export async function startReceiver(answers: number[] = []) {
	const received: Received[] = [];
	const waiting: Array<{ count: number; resolve: () => void }> = [];
	const receiver = {
		url: '',
		/** The status for the test call. */
		test: 200,
		answers,
		/** Every call, the test call included. */
		received,
		/** The calls after the test call. */
		sent: () => received.filter(({ body }) => body.is_test !== true),
		/** Resolves once this many calls have come after the test call. */
		calls: async (count: number): Promise<Received[]> => {
			if (receiver.sent().length < count) await new Promise<void>((resolve) => waiting.push({ count, resolve }));
			return receiver.sent();
		},
		close: async () => {
			server.closeAllConnections();
			await new Promise<void>((resolve) => server.close(() => resolve()));
		},
	};
	const parsed = (text: string): Loose => {
		try {
			return JSON.parse(text) as Loose;
		} catch {
			return {};
		}
	};
	const server = createServer((request, response) => {
		const chunks: Buffer[] = [];
		request.on('data', (chunk: Buffer) => chunks.push(chunk));
		request.on('end', () => {
			const text = Buffer.concat(chunks).toString('utf8');
			const body = parsed(text);
			received.push({ method: request.method ?? '', headers: { ...request.headers, ':path': request.url }, text, body });
			const status = body.is_test === true ? receiver.test : (receiver.answers.shift() ?? 200);
			if (status !== 0) response.writeHead(status, status === 302 ? { location: '/elsewhere' } : {}).end('ok');
			for (const { count, resolve } of waiting) if (receiver.sent().length >= count) resolve();
		});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	receiver.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/webhook/clevertap`;
	return receiver;
}

export type Receiver = Awaited<ReturnType<typeof startReceiver>>;
