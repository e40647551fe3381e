import type { Rule } from '../control/types';
import type { World } from '../core/world';
import { ErrorQueue } from './deliveries/errorQueue';
import { FailureWatch } from './deliveries/failureWatch';
import { Outbox } from './deliveries/outbox';
import type { App, Page, Person, Token } from './types';
import { Usage } from './graph/usage';

/** Switches of the sandbox that no vendor has. */
export interface Settings {
	/** The vendor's patience with a callback, ms. */
	webhookTimeoutMs: number;
	/** Answers every error with this HTTP status: clients must decide by the code. */
	errorStatus?: number;
}

/** Apps, Pages, people and what is between them. */
export class MessengerState {
	apps = new Map<string, App>();

	pages = new Map<string, Page>();

	people: Person[] = [];

	tokens: Token[] = [];

	settings: Settings = { webhookTimeoutMs: 5000 };

	/** Sent through `POST /<APP_ID>/activities`. */
	activities: Array<Record<string, unknown>> = [];

	readonly usage = new Usage();

	readonly errors = new ErrorQueue();

	readonly failures: FailureWatch;

	outbox: Outbox;

	constructor(readonly world: World) {
		this.failures = new FailureWatch(this);
		this.outbox = new Outbox(this);
	}

	reset(): void {
		this.apps = new Map();
		this.pages = new Map();
		this.people = [];
		this.tokens = [];
		this.activities = [];
		this.settings = { webhookTimeoutMs: 5000 };
		this.usage.reset();
		this.errors.clear();
		this.failures.clear();
		this.outbox = new Outbox(this);
	}

	age(ms: number): void {
		this.usage.age(ms);
		for (const page of this.pages.values()) {
			page.profileWrites = page.profileWrites.map((at) => at - ms);
			for (const attachment of page.attachments.values()) attachment.createdAt -= ms;
		}
		for (const person of this.people) {
			if (person.startedAt !== undefined) person.startedAt -= ms;
			if (person.lastInboundAt !== undefined) person.lastInboundAt -= ms;
			if (person.owner?.until !== undefined) person.owner.until -= ms;
			for (const message of person.chat) {
				message.at -= ms;
				if (message.readAt !== undefined) message.readAt -= ms;
			}
			for (const comment of person.comments.values()) comment.at -= ms;
		}
	}

	/** The person of this PSID on any Page. */
	person(psid: string): Person | undefined {
		return this.people.find((person) => person.psid === psid);
	}

	on(page: Page): Person[] {
		return this.people.filter(({ pageId }) => pageId === page.id);
	}

	pageOf(person: Person): Page {
		const page = this.pages.get(person.pageId);
		if (page === undefined) throw new Error(`person ${person.psid} has no Page`);
		return page;
	}

	note(summary: string, rule?: Rule, customer?: string): void {
		this.world.events.add({ vendor: 'messenger', kind: 'note', summary, rule, customer });
	}

}
