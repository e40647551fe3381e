import type { Rule, ZendeskLimits } from '../control/types';
import type { World } from '../core/world';
import { SANDBOX_ACCOUNT, type Account } from './accounts';
import { ageRecords } from './tickets/ageing';
import { API_TOKENS_END } from './apiTokens';
import { CircuitBreaker } from './webhooks/circuitBreaker';
import type { ZendeskSettings } from './controls/controlTypes';
import { recordNotFound } from './errors';
import type { Attachment } from './files/types';
import { Uploads } from './files/uploads';
import { IdempotencyKeys } from './idempotency';
import { Jobs } from './jobs/jobs';
import { Windows } from './limits';
import type { ApiToken, AuthorizationCode, OAuthClient, Token } from './oauth/types';
import type { Organization, OrganizationMembership } from './organizations/types';
import { SearchIndex } from './search/searchIndex';
import { DEFAULT_LIMITS, seed } from './seed';
import { DEFAULT_SETTINGS } from './settings';
import type { Trigger, TriggerCategory, TriggerRevision } from './triggers/types';
import type {
	Audit,
	CommentEvent,
	FieldDefinition,
	Invocation,
	Named,
	SuspendedTicket,
	Ticket,
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

	organizations = new Map<number, Organization>();

	memberships: OrganizationMembership[] = [];

	triggers = new Map<number, Trigger>();

	/** By trigger, oldest first. */
	triggerRevisions = new Map<number, TriggerRevision[]>();

	triggerCategories: TriggerCategory[] = [];

	attachments = new Map<number, Attachment>();

	suspendedTickets = new Map<number, SuspendedTicket>();

	clients: OAuthClient[] = [];

	/** By access token. */
	tokens = new Map<string, Token>();

	codes = new Map<string, AuthorizationCode>();

	apiTokens: ApiToken[] = [];

	apiTokensEndAt = API_TOKENS_END;

	limits: ZendeskLimits = { ...DEFAULT_LIMITS };

	settings: ZendeskSettings = { ...DEFAULT_SETTINGS };

	readonly uploads = new Uploads();

	readonly jobs: Jobs;

	readonly windows = new Windows();

	readonly idempotency = new IdempotencyKeys();

	readonly index = new SearchIndex();

	readonly circuit = new CircuitBreaker();

	private lastId = 0;

	private lastTicketId = 0;

	constructor(
		readonly world: World,
		readonly account: Account = SANDBOX_ACCOUNT,
	) {
		this.jobs = new Jobs(world.timers, () => this.settings, (summary, rule) => this.note(summary, rule));
		world.onReset(() => this.reset());
		world.onAge((ms) => this.age(ms));
	}

	/** What `https://{subdomain}.zendesk.com` is at the vendor: `http://127.0.0.1:PORT/zendesk`. */
	get hostUrl(): string {
		return `${this.world.options.baseUrl}/zendesk${this.account.path}`;
	}

	/** Base of every `url` and link. */
	get apiUrl(): string {
		return `${this.hostUrl}/api/v2`;
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

	/** Deleted users are in no list. */
	liveUsers(): User[] {
		return [...this.users.values()].filter(({ active }) => active);
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
		const { users, tickets, audits, webhooks, tokens, codes, organizations, triggers, triggerRevisions, attachments, suspendedTickets } = this;
		for (const map of [users, tickets, audits, webhooks, tokens, codes, organizations, triggers, triggerRevisions, attachments, suspendedTickets]) map.clear();
		this.invocations = [];
		this.memberships = [];
		this.triggerCategories = [];
		this.apiTokensEndAt = API_TOKENS_END;
		this.limits = { ...DEFAULT_LIMITS };
		this.settings = { ...DEFAULT_SETTINGS };
		for (const memory of [this.windows, this.idempotency, this.index, this.circuit, this.uploads, this.jobs]) memory.clear();
		seed(this);
	}

	private age(ms: number): void {
		ageRecords(this, ms);
		this.apiTokensEndAt -= ms;
		for (const memory of [this.windows, this.idempotency, this.index, this.circuit, this.uploads, this.jobs]) memory.age(ms);
	}
}
