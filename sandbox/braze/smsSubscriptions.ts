import { fieldText, type Profile } from './profile';

export type SubscriptionState = 'subscribed' | 'unsubscribed';

/**
 * Who may be sent SMS by the group. The state belongs to the phone number, so two profiles with one phone share it,
 * and a profile that takes over a known number takes over its state (Braze, SMS subscription groups).
 */
export class SmsSubscriptions {
	private states = new Map<string, SubscriptionState>();

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

	setPhone(phone: string, state: SubscriptionState): void {
		this.states.set(phone, state);
	}

	/** Changes the profile; a new number that Braze did not know inherits the state of the old one. */
	whilePhoneChanges(profile: Profile, change: () => void): void {
		const before = this.of(profile);
		change();
		if (before !== undefined && this.of(profile) === undefined) this.set(profile, before);
	}

	private key(profile: Profile): string {
		return fieldText(profile.data, 'phone') ?? `profile ${profile.brazeId}`;
	}
}
