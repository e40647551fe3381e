import { fieldText, type Profile } from '../users/profile';

export type SubscriptionState = 'subscribed' | 'unsubscribed';

/**
 * Who may be sent to by one subscription group. The state belongs to the phone number or e-mail address, so two profiles with one of them share it,
 * and a profile that takes over a known one takes over its state (Braze, subscription groups).
 */
export class AddressSubscriptions {
	private states = new Map<string, SubscriptionState>();

	constructor(private readonly field: 'phone' | 'email') {}

	clear(): void {
		this.states = new Map();
	}

	/** Undefined: never subscribed nor unsubscribed, which is enough not to be sent to. */
	of(profile: Profile): SubscriptionState | undefined {
		return this.states.get(this.key(profile));
	}

	set(profile: Profile, state: SubscriptionState): void {
		this.states.set(this.key(profile), state);
	}

	/** The phone (or e-mail address) itself, whoever has it. */
	setAddress(address: string, state: SubscriptionState): void {
		this.states.set(address.toLowerCase(), state);
	}

	/** Changes the profile; a new number or address that Braze did not know inherits the state of the old one. */
	whileAddressChanges(profile: Profile, change: () => void): void {
		const before = this.of(profile);
		change();
		if (before !== undefined && this.of(profile) === undefined) this.set(profile, before);
	}

	private key(profile: Profile): string {
		return fieldText(profile.data, this.field)?.toLowerCase() ?? `profile ${profile.brazeId}`;
	}
}
