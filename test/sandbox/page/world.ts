/* eslint-disable @n8n/community-nodes/no-restricted-imports -- tests run servers of their own */
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { startSandbox, type Sandbox } from '../../../sandbox/server';

/** A call that came to the stand-in for n8n. */
export interface Received {
	path: string;
	method: string;
	headers: IncomingHttpHeaders;
	body: string;
}

interface Reply {
	status?: number;
	headers?: Record<string, string>;
	body?: unknown;
}

export type Handler = (call: Received) => Promise<Reply | undefined> | Reply | undefined;

export interface TestWorld {
	sandbox: Sandbox;
	received: Received[];
	/** Base URL of the stand-in. */
	outside: string;
	/** What the stand-in does with a call; 200 when it says nothing. */
	answer: (handler: Handler) => void;
	control: <Answer = unknown>(method: string, path: string, body?: unknown) => Promise<{ status: number; body: Answer }>;
	/** One call of Zendesk's API, as execution 41 of n8n would make it. */
	zendesk: <Answer>(method: string, path: string, body: unknown) => Promise<Answer>;
	close: () => Promise<void>;
}

const API_USER = `Basic ${Buffer.from('integration@sandbox.example.com/token:sandbox-api-token').toString('base64')}`;
const JSON_HEADERS = { 'content-type': 'application/json' };

async function listen(received: Received[], handle: () => Handler): Promise<Server> {
	const server = createServer((request, response) => {
		let body = '';
		request.on('data', (chunk: Buffer) => (body += chunk.toString('utf8')));
		request.on('end', () => {
			const call = { path: request.url ?? '', method: request.method ?? '', headers: request.headers, body };
			received.push(call);
			void Promise.resolve(handle()(call)).then((reply) => response.writeHead(reply?.status ?? 200, { ...JSON_HEADERS, ...reply?.headers }).end(JSON.stringify(reply?.body ?? {})));
		});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return server;
}

/** All vendors, and something outside that they can call. */
export async function openTestWorld(): Promise<TestWorld> {
	const sandbox = await startSandbox();
	const received: Received[] = [];
	let handler: Handler = () => undefined;
	const server = await listen(received, () => handler);
	const send = async (url: string, method: string, body: unknown, headers: Record<string, string> = {}) =>
		await fetch(url, { method, redirect: 'manual', headers: { ...(body === undefined ? {} : JSON_HEADERS), ...headers }, body: body === undefined ? undefined : JSON.stringify(body) });
	return {
		sandbox,
		received,
		outside: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
		answer: (wanted) => (handler = wanted),
		async control<Answer>(method: string, path: string, body?: unknown) {
			const answer = await send(`${sandbox.ready.control}${path}`, method, body);
			return { status: answer.status, body: (await answer.json()) as Answer };
		},
		async zendesk<Answer>(method: string, path: string, body: unknown) {
			const answer = await send(`${sandbox.ready.vendors.zendesk}/api/v2${path}`, method, body, { authorization: API_USER, 'x-n8n-execution-id': '41' });
			return (await answer.json()) as Answer;
		},
		async close() {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
			await sandbox.close();
		},
	};
}

/** What the SMS workflow does, as far as the page's tests need it: each text onto one ticket of its customer. */
export function bridge({ zendesk }: TestWorld): Handler {
	let ticket: Promise<{ ticket: { id: number; requester_id: number } }> | undefined;
	return async ({ path, body }) => {
		if (path !== '/braze') return undefined;
		const { user_id: id, text } = JSON.parse(body) as { user_id: string; text: string };
		if (ticket === undefined) {
			const { user } = await zendesk<{ user: { id: number } }>('POST', '/users/create_or_update', { user: { external_id: id, name: 'Ada Lovelace' } });
			ticket = zendesk('POST', '/tickets', { ticket: { requester_id: user.id, external_id: `sms:${id}:1`, subject: 'SMS from Ada Lovelace', comment: { body: text, author_id: user.id, public: true } } });
			await ticket;
			return undefined;
		}
		const { id: number, requester_id: author } = (await ticket).ticket;
		await zendesk('PUT', `/tickets/${number}`, { ticket: { comment: { body: text, author_id: author, public: true } } });
		return undefined;
	};
}
