/* eslint-disable @n8n/community-nodes/no-restricted-imports -- tests run servers of their own */
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { serve, type ServeOptions } from '../../../sandbox/core/serve';
import { sendbirdVendor } from '../../../sandbox/sendbird';
import type { CallbackTruth, InboxNotification, SendbirdIntegration } from '../../../sandbox/sendbird/controlTypes';
import { sendbirdNotificationsVendor } from '../../../sandbox/sendbirdNotifications';
import { sandboxEvents } from '../../support/sandboxEvents';

export const MASTER = 'sandbox-sendbird-master-token';
export const SECONDARY = 'sandbox-sendbird-secondary-token';
export const NOTIFICATIONS = 'sandbox-sendbird-notifications-token';
export const BRAZE = 'sandbox-sendbird-braze-token';
export const CLEVERTAP = 'sandbox-sendbird-clevertap-token';
export const CHANNEL = 'sendbird_group_channel_support_42';
export const ADA = 'cust-42';
export const JOERG = 'cust-45';
export const RETIRED = 'sb-retired';
export const SUPPORT = 'support';

export const HOUR = 3600;

type Loose = Record<string, unknown>;

export interface Answer<Body> {
	status: number;
	headers: Headers;
	body: Body;
}

async function fetchJson<Body>(url: string, init: RequestInit): Promise<Answer<Body>> {
	const answer = await fetch(url, init);
	const text = await answer.text();
	return { status: answer.status, headers: answer.headers, body: (text === '' ? {} : JSON.parse(text)) as Body };
}

/** Both hosts of one application. The limits are out of the way unless a test wants them. */
export async function startSendbird(options: ServeOptions = {}) {
	const sandbox = await serve([sendbirdVendor, sendbirdNotificationsVendor], options);
	const chatBase = sandbox.ready.vendors.sendbird ?? '';
	const notificationsBase = sandbox.ready.vendors['sendbird-notifications'] ?? '';
	const json = (token: string, body: unknown): RequestInit => ({ headers: { 'api-token': token, ...(body === undefined ? {} : { 'content-type': 'application/json' }) }, body: body === undefined ? undefined : JSON.stringify(body) });

	const control = async <Body = Loose>(method: string, path: string, body?: unknown) =>
		await fetchJson<Body>(`${sandbox.ready.control}${path}`, body === undefined ? { method } : { method, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
	const sendbird = async <Body = Loose>(method: string, path: string, body?: unknown) => await control<Body>(method, `/sendbird${path}`, body);
	const { events, event } = sandboxEvents(sandbox.world);

	const unlimited = async () => await sendbird('POST', '/limits', { getPerSecond: 1e6, otherPerSecond: 1e6, strictPerSecond: 1e6 });
	await unlimited();

	return {
		chatBase,
		notificationsBase,
		sandbox,
		control,
		/** `/_sandbox/sendbird/…` */
		sendbird,
		events,
		event,
		note: async (text: string) => await event(({ kind, summary }) => kind === 'note' && summary.includes(text)),
		/** The rule that decided the last call. */
		lastRule: () => events().filter(({ kind }) => kind === 'request').at(-1)?.rule,
		chat: async <Body = Loose>(method: string, path: string, body?: unknown, token = MASTER) => await fetchJson<Body>(`${chatBase}/v3${path}`, { method, ...json(token, body) }),
		notify: async <Body = Loose>(method: string, path: string, body?: unknown, token = NOTIFICATIONS) => await fetchJson<Body>(`${notificationsBase}${path}`, { method, ...json(token, body) }),
		reset: async () => {
			await control('POST', '/reset');
			await unlimited();
		},
		age: async (seconds: number) => await control('POST', '/age', { seconds }),
		inbox: async (userId: string): Promise<InboxNotification[]> => (await sendbird<{ notifications: InboxNotification[] }>('GET', `/users/${encodeURIComponent(userId)}/inbox`)).body.notifications,
		reads: async (userId: string, which = 'all') => await sendbird<{ read: string[] }>('POST', `/users/${encodeURIComponent(userId)}/inbox/${which}/read`, {}),
		integrate: async (esp: 'braze' | 'clevertap', settings: Partial<SendbirdIntegration>) => await sendbird<SendbirdIntegration>('POST', `/integrations/${esp}`, settings),
		callbacks: async (): Promise<CallbackTruth[]> => (await sendbird<{ callbacks: CallbackTruth[] }>('GET', '/callbacks')).body.callbacks,
		close: async () => await sandbox.close(),
	};
}

export type Sendbird = Awaited<ReturnType<typeof startSendbird>>;

export interface Taken {
	path: string;
	headers: IncomingHttpHeaders;
	text: string;
	body: Record<string, unknown>;
}

/** An endpoint of the other side. `answers` are the statuses of the first requests (0 never answers); 200 after them. */
export async function startReceiver(answers: number[] = []) {
	const taken: Taken[] = [];
	const waiting: Array<{ enough: () => boolean; resolve: () => void }> = [];
	const receiver = {
		url: '',
		taken,
		answers,
		answerBody: '{}',
		until: async (count: number): Promise<Taken[]> => {
			const enough = () => taken.length >= count;
			if (!enough()) await new Promise<void>((resolve) => waiting.push({ enough, resolve }));
			return taken;
		},
		close: async () => {
			server.closeAllConnections();
			await new Promise<void>((resolve) => server.close(() => resolve()));
		},
	};
	const server = createServer((request, response) => {
		const chunks: Buffer[] = [];
		request.on('data', (chunk: Buffer) => chunks.push(chunk));
		request.on('end', () => {
			const text = Buffer.concat(chunks).toString('utf8');
			taken.push({ path: request.url ?? '', headers: request.headers, text, body: JSON.parse(text) as Record<string, unknown> });
			const status = receiver.answers.shift() ?? 200;
			if (status !== 0) response.writeHead(status, { 'content-type': 'application/json' }).end(receiver.answerBody);
			for (const { enough, resolve } of waiting) if (enough()) resolve();
		});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	receiver.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
	return receiver;
}

export type Receiver = Awaited<ReturnType<typeof startReceiver>>;
