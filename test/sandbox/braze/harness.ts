/* eslint-disable @n8n/community-nodes/no-restricted-imports -- tests run servers of their own */
import { Braze } from 'braze-api';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { z } from 'zod';
import { brazeVendor } from '../../../sandbox/braze';
import type { PhoneMessage } from '../../../sandbox/control/types';
import { serve, type ServeOptions } from '../../../sandbox/core/serve';
import { sandboxEvents } from '../../support/sandboxEvents';

export const KEY = 'sandbox-braze-key';
export const GROUP = 'sms-group-support';

export interface Answer {
	status: number;
	headers: Headers;
	body: Record<string, unknown>;
}

/** The sandbox with Braze alone. */
export async function startBraze(options: ServeOptions = {}) {
	const sandbox = await serve([brazeVendor], options);
	const base = sandbox.ready.vendors.braze ?? '';
	const root = base.replace(/\/braze$/, '');

	const fetchJson = async (url: string, init: RequestInit): Promise<Answer> => {
		const answer = await fetch(url, init);
		return { status: answer.status, headers: answer.headers, body: z.record(z.unknown()).parse(await answer.json()) };
	};
	const json = (method: string, body: unknown, headers: Record<string, string> = {}): RequestInit => ({
		method,
		headers: { 'Content-Type': 'application/json', ...headers },
		body: body === undefined ? undefined : JSON.stringify(body),
	});

	const { events, event } = sandboxEvents(sandbox.world);

	return {
		base,
		world: sandbox.world,
		events,
		event,
		/** Waits for a note whose line holds this. */
		note: async (text: string) => await event(({ kind, summary }) => kind === 'note' && summary.includes(text)),
		client: (key = KEY) => new Braze(base, key),
		/** A call that braze-api cannot make. */
		call: async (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) =>
			await fetchJson(`${base}${path}`, json(method, body, { Authorization: `Bearer ${KEY}`, ...headers })),
		control: async (method: string, path: string, body?: unknown) => await fetchJson(`${root}/_sandbox${path}`, body === undefined ? { method } : json(method, body)),
		text: async (id: string, text: string, media?: string[]) =>
			await fetchJson(`${root}/_sandbox/customer/${encodeURIComponent(id)}/messages`, json('POST', { text, media })),
		phone: async (id: string): Promise<PhoneMessage[]> => {
			const answer = await fetch(`${root}/_sandbox/customer/${encodeURIComponent(id)}/phone`);
			const { messages } = (await answer.json()) as { messages: PhoneMessage[] };
			return messages;
		},
		truth: async (id: string) => {
			const answer = await fetch(`${root}/_sandbox/braze/profiles/${encodeURIComponent(id)}`);
			return z
				.object({ fields: z.record(z.unknown()), custom_attributes: z.record(z.unknown()), types: z.record(z.string()), sms: z.string(), events: z.array(z.unknown()), purchases: z.array(z.unknown()) })
				.parse(await answer.json());
		},
		close: async () => await sandbox.close(),
	};
}

export type BrazeSandbox = Awaited<ReturnType<typeof startBraze>>;

export interface Received {
	method: string;
	headers: IncomingHttpHeaders;
	body: string;
}

/** A webhook's other end. `answers` are the statuses of the first calls (0 cuts the connection; a promise holds the answer back); 200 after them. */
export async function startReceiver(answers: Array<number | Promise<number>> = []) {
	const received: Received[] = [];
	const waiting: Array<{ count: number; resolve: () => void }> = [];
	const server = createServer((request, response) => {
		const chunks: Buffer[] = [];
		request.on('data', (chunk: Buffer) => chunks.push(chunk));
		request.on('end', () => {
			void Promise.resolve(answers.shift() ?? 200).then((status) => {
				if (status === 0) request.socket.destroy();
				else response.writeHead(status, status === 302 ? { location: '/elsewhere' } : {}).end('ok');
			});
			received.push({ method: request.method ?? '', headers: request.headers, body: Buffer.concat(chunks).toString('utf8') });
			for (const { count, resolve } of waiting) if (received.length >= count) resolve();
		});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	return {
		url: `http://127.0.0.1:${port}/webhook/sms/webhook`,
		received,
		/** Resolves once this many calls have come. */
		calls: async (count: number): Promise<Received[]> => {
			if (received.length < count) await new Promise<void>((resolve) => waiting.push({ count, resolve }));
			return received;
		},
		close: async () => {
			server.closeAllConnections();
			await new Promise<void>((resolve) => server.close(() => resolve()));
		},
	};
}
