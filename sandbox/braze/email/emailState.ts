import type { Json } from '../json';
import type { ProfileData } from '../users/profile';

export type EmailSubscription = 'opted_in' | 'subscribed' | 'unsubscribed';

/** An address and when it came onto the list. */
export interface Listed {
	email: string;
	/** ms since 1970 */
	at: number;
}

const isSubscription = (value: Json | undefined): value is EmailSubscription => value === 'opted_in' || value === 'subscribed' || value === 'unsubscribed';

const DAY = 24 * 3_600_000;
const key = (email: string): string => email.toLowerCase();

/** What Braze knows of e-mail addresses, whether a profile has them or not. */
export class EmailState {
	private hardBounces = new Map<string, Listed>();

	private unsubscribes = new Map<string, Listed>();

	private spam = new Set<string>();

	private states = new Map<string, EmailSubscription>();

	/** Two old hard bounces, an address that complained and one that left. */
	reset(): void {
		const seeded = (email: string, days: number): [string, Listed] => [key(email), { email, at: Date.now() - days * DAY }];
		this.hardBounces = new Map([seeded('gone@example.com', 3), seeded('typo@example.com', 40)]);
		this.unsubscribes = new Map([seeded('left@example.com', 2)]);
		this.spam = new Set([key('angry@example.com')]);
		this.states = new Map([[key('left@example.com'), 'unsubscribed']]);
	}

	age(ms: number): void {
		for (const listed of [...this.hardBounces.values(), ...this.unsubscribes.values()]) listed.at -= ms;
	}

	/** The state belongs to the address: an address that nobody has yet takes it along to its first profile. */
	setState(email: string, state: EmailSubscription): void {
		this.states.set(key(email), state);
		if (state === 'unsubscribed') this.unsubscribes.set(key(email), { email, at: Date.now() });
		else this.unsubscribes.delete(key(email));
	}

	/** What the profile's `email_subscribe` becomes when it has this address; null: none. */
	stateFor(email: string, { fields }: ProfileData): Json {
		return this.states.get(key(email)) ?? fields.email_subscribe ?? null;
	}

	/** Fields of a new profile: a state that they bring goes to the address, otherwise they get the one that was set for it before. */
	settle(fields: ProfileData['fields']): ProfileData['fields'] {
		const { email, email_subscribe: brought } = fields;
		if (typeof email !== 'string') return { ...fields };
		if (isSubscription(brought)) this.setState(email, brought);
		const known = this.states.get(key(email));
		return known === undefined ? { ...fields } : { ...fields, email_subscribe: known };
	}

	hardBounce(email: string): void {
		this.hardBounces.set(key(email), { email, at: Date.now() });
	}

	reportSpam(email: string): void {
		this.spam.add(key(email));
	}

	/** Nothing is sent to an address on either list. */
	isBlocked(email: string): boolean {
		return this.hardBounces.has(key(email)) || this.spam.has(key(email));
	}

	removeBounce(email: string): void {
		this.hardBounces.delete(key(email));
	}

	removeSpam(email: string): void {
		this.spam.delete(key(email));
	}

	spamReports(): string[] {
		return [...this.spam];
	}

	/** Newest first. */
	listed(list: 'hardBounces' | 'unsubscribes'): Listed[] {
		return [...this[list].values()].sort((a, b) => b.at - a.at);
	}
}
