import type { Rule, ZendeskLimits } from '../control/types';
import type { World } from '../core/world';
import { CircuitBreaker } from './circuitBreaker';
import { IdempotencyKeys } from './idempotency';
import { Windows } from './limits';
import { recordNotFound } from './errors';
import { SearchIndex } from './searchIndex';
import { DEFAULT_LIMITS, seed } from './seed';
import type {
	Audit,
	CommentEvent,
	FieldDefinition,
	Invocation,
	Named,
	OAuthClient,
	Ticket,
	Token,
	User,
	Webhook,
} from './types';

/** One account with everything in it. */
export class ZendeskState {
	users = new Map<number, User>();

	tickets = new Map<number, Ticket>();

	/** By ticket, oldest first; comments are events of their audit. */
	audits = new Map<number, Audit[]>();

	userFields: FieldDefinition[] = [];

	ticketFields: FieldDefinition[] = [];

	groups: Named[] = [];

	brands: Named[] = [];

	ticketForms: Named[] = [];

	webhooks = new Map<string, Webhook>();

	invocations: Invocation[] = [];

	clients: OAuthClient[] = [];

	tokens = new Map<string, Token>();

	limits: ZendeskLimits = { ...DEFAULT_LIMITS };

	readonly windows = new Windows();

	readonly idempotency = new IdempotencyKeys();

	readonly index = new SearchIndex();

	readonly circuit = new CircuitBreaker();

	private lastId = 0;

	private lastTicketId = 0;

	constructor(readonly world: World) {
		world.onReset(() => this.reset());
		world.onAge((ms) => this.age(ms));
	}

	/** Base of every `url` and link, `http://127.0.0.1:PORT/zendesk/api/v2`. */
	get apiUrl(): string {
		return `${this.world.options.baseUrl}/zendesk/api/v2`;
	}

	nextId(): number {
		return ++this.lastId;
	}

	nextTicketId(): number {
		return ++this.lastTicketId;
	}

	user(id: number): User {
		const user = this.users.get(id);
		if (user === undefined) throw recordNotFound();
		return user;
	}

	/** Deleted tickets are gone for everybody but the incremental export. */
	ticket(id: number): Ticket {
		const ticket = this.tickets.get(id);
		if (ticket === undefined || ticket.deleted_at !== null) throw recordNotFound();
		return ticket;
	}

	liveTickets(): Ticket[] {
		return [...this.tickets.values()].filter((ticket) => ticket.deleted_at === null);
	}

	comments(ticketId: number): Array<{ audit: Audit; comment: CommentEvent }> {
		return (this.audits.get(ticketId) ?? []).flatMap((audit) =>
			audit.events.flatMap((event) => (event.type === 'Comment' ? [{ audit, comment: event }] : [])),
		);
	}

	/** Something that Zendesk decides in silence, for the log. */
	note(summary: string, rule: Rule): void {
		this.world.events.add({ vendor: 'zendesk', kind: 'note', summary, rule });
	}

	private reset(): void {
		this.lastId = 4_810_000_000;
		this.lastTicketId = 1000;
		for (const map of [this.users, this.tickets, this.audits, this.webhooks, this.tokens]) map.clear();
		this.invocations = [];
		this.limits = { ...DEFAULT_LIMITS };
		for (const memory of [this.windows, this.idempotency, this.index, this.circuit]) memory.clear();
		seed(this);
	}

	private age(ms: number): void {
		for (const user of this.users.values()) {
			moveBack(user, ms);
			for (const identity of user.identities) moveBack(identity, ms);
		}
		for (const ticket of this.tickets.values()) moveBack(ticket, ms);
		for (const audits of this.audits.values()) for (const audit of audits) moveBack(audit, ms);
		for (const webhook of this.webhooks.values()) moveBack(webhook, ms);
		for (const invocation of this.invocations) {
			moveBack(invocation, ms);
			for (const attempt of invocation.attempts) moveBack(attempt, ms);
		}
		for (const token of this.tokens.values()) moveBack(token, ms);
		for (const memory of [this.windows, this.idempotency, this.index, this.circuit]) memory.age(ms);
	}
}

const TIMES = ['created_at', 'updated_at', 'solved_at', 'deleted_at', 'expires_at', 'completed_at', 'latest_completed_at'] as const;

function moveBack(record: Partial<Record<(typeof TIMES)[number], number | null>>, ms: number): void {
	for (const name of TIMES) {
		const time = record[name];
		if (typeof time === 'number') record[name] = time - ms;
	}
}
