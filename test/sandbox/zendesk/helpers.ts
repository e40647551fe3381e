/* eslint-disable @n8n/community-nodes/no-restricted-imports -- a test speaks HTTP itself */
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createClient } from 'node-zendesk';
import type { SandboxEvent, ZendeskTicketTruth } from '../../../sandbox/control/types';
import { serve, type Sandbox } from '../../../sandbox/core/serve';
import { zendeskVendor } from '../../../sandbox/zendesk';

export interface Answer<Body> {
	status: number;
	headers: Headers;
	body: Body;
}

export interface TicketJson {
	id: number;
	external_id: string | null;
	status: string;
	subject: string | null;
	description: string;
	priority: string | null;
	tags: string[];
	requester_id: number;
	submitter_id: number;
	assignee_id: number | null;
	followup_ids: number[];
	updated_at: string;
	via: { channel: string; source: { rel: string | null; from: { ticket_id?: number } } };
}

export interface UserJson {
	id: number;
	name: string;
	email: string | null;
	external_id: string | null;
	phone: string | null;
	shared_phone_number: boolean | null;
	user_fields: Record<string, unknown>;
}

export interface CommentJson {
	id: number;
	author_id: number;
	public: boolean;
	body: string;
	html_body: string;
	plain_body: string;
	via: { channel: string };
	metadata: { custom: Record<string, unknown> };
}

export interface AuditJson {
	id: number;
	author_id: number;
	metadata: { custom: Record<string, unknown> };
	events: Array<{ type: string; field_name?: string; value?: unknown; previous_value?: unknown; body?: string }>;
}

export interface TicketAnswer {
	ticket: TicketJson;
	audit: AuditJson;
}

export interface ErrorJson {
	error: string;
	description: string;
	details: Record<string, Array<{ description: string; error?: string }>>;
}

async function answerOf<Body>(response: Response): Promise<Answer<Body>> {
	const text = await response.text();
	return { status: response.status, headers: response.headers, body: (text === '' ? undefined : JSON.parse(text)) as Body };
}

/** A running sandbox with Zendesk alone, and ways to speak to it. */
export class Zendesk {
	token = '';

	private constructor(readonly sandbox: Sandbox) {}

	static async start(): Promise<Zendesk> {
		const zendesk = new Zendesk(await serve([zendeskVendor]));
		await zendesk.logIn();
		return zendesk;
	}

	get base(): string {
		return this.sandbox.ready.vendors.zendesk ?? '';
	}

	get events(): SandboxEvent[] {
		return this.sandbox.world.events.after(0).events;
	}

	/** The rule that decided the last call. */
	get lastRule(): string | undefined {
		return this.events.filter(({ kind }) => kind === 'request').at(-1)?.rule?.text;
	}

	async reset(): Promise<void> {
		await this.control('POST', '/reset');
		await this.logIn();
	}

	async logIn(client = 'sandbox_client', secret = 'sandbox-client-secret', scope?: string): Promise<void> {
		const answer = await this.requestToken({ grant_type: 'client_credentials', client_id: client, client_secret: secret, scope });
		this.token = answer.body.access_token;
	}

	async requestToken(body: object) {
		return await answerOf<{ access_token: string; scope: string; expires_in: number; error: string }>(
			await fetch(`${this.base}/oauth/tokens`, {
				method: 'POST',
				headers: { 'content-type': 'application/json' },
				body: JSON.stringify(body),
			}),
		);
	}

	/** `path` below `/api/v2`. */
	async api<Body = ErrorJson>(method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Answer<Body>> {
		return await answerOf<Body>(
			await fetch(`${this.base}/api/v2${path}`, {
				method,
				headers: { authorization: `Bearer ${this.token}`, 'content-type': 'application/json', ...headers },
				body: body === undefined ? undefined : JSON.stringify(body),
			}),
		);
	}

	async control<Body = unknown>(method: string, path: string, body?: unknown): Promise<Answer<Body>> {
		return await answerOf<Body>(
			await fetch(`${this.sandbox.ready.control}${path}`, {
				method,
				headers: body === undefined ? {} : { 'content-type': 'application/json' },
				body: body === undefined ? undefined : JSON.stringify(body),
			}),
		);
	}

	async age(seconds: number): Promise<void> {
		await this.control('POST', '/age', { seconds });
	}

	/** An independent client, logged in. */
	client() {
		return createClient({ endpointUri: `${this.base}/api/v2`, oauth: true, token: this.token, throwOriginalException: true });
	}

	async createUser(user: object): Promise<UserJson> {
		const answer = await this.api<{ user: UserJson }>('POST', '/users', { user });
		if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
		return answer.body.user;
	}

	async createTicket(ticket: object, headers?: Record<string, string>): Promise<TicketJson> {
		const answer = await this.api<TicketAnswer>('POST', '/tickets', { ticket: { comment: { body: 'Hello' }, ...ticket } }, headers);
		if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
		return answer.body.ticket;
	}

	async truth(ticketId: number) {
		return (await this.control<ZendeskTicketTruth & { ticket: TicketJson; comments: CommentJson[]; audits: AuditJson[] }>('GET', `/zendesk/tickets/${ticketId}`)).body;
	}

	async subscribe(endpoint: string, subscriptions: string[], more: object = {}) {
		const webhook = { name: 'ours', endpoint, http_method: 'POST', request_format: 'json', status: 'active', subscriptions, ...more };
		const answer = await this.api<{ webhook: { id: string; signing_secret: { secret: string } } }>('POST', '/webhooks', { webhook });
		if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
		return answer.body.webhook;
	}
}

export interface Delivered {
	headers: IncomingHttpHeaders;
	text: string;
}

/** A server that takes deliveries and hands them out in order of arrival. */
export class Receiver {
	readonly taken: Delivered[] = [];

	/** How it answers; nothing sent means that it never does. */
	answer: (response: ServerResponse, count: number) => void = (response) => void response.end();

	private waiting: Array<{ count: number; resolve: () => void }> = [];

	private readonly server = createServer((request, response) => {
		const chunks: Buffer[] = [];
		request.on('data', (chunk: Buffer) => chunks.push(chunk));
		request.on('end', () => {
			this.taken.push({ headers: request.headers, text: Buffer.concat(chunks).toString('utf8') });
			this.answer(response, this.taken.length);
			for (const { resolve } of this.waiting.filter(({ count }) => this.taken.length >= count)) resolve();
		});
	});

	async start(): Promise<this> {
		await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
		return this;
	}

	get url(): string {
		return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/hook`;
	}

	/** Resolves when this many have come in all. */
	async count(count: number): Promise<Delivered[]> {
		if (this.taken.length < count) await new Promise<void>((resolve) => this.waiting.push({ count, resolve }));
		return this.taken;
	}

	async close(): Promise<void> {
		this.server.closeAllConnections();
		await new Promise((resolve) => this.server.close(resolve));
	}
}

/** Resolves with the first event of the log, from now or before, that the test accepts. */
export async function eventWhere(zendesk: Zendesk, test: (event: SandboxEvent) => boolean): Promise<SandboxEvent> {
	const standing = zendesk.events.find(test);
	if (standing) return standing;
	return await new Promise((resolve) => {
		const stop = zendesk.sandbox.world.events.subscribe((event) => {
			if (!test(event)) return;
			stop();
			resolve(event);
		});
	});
}

export const basic = (user: string, password: string): string => `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
