import { AddressSubscriptions, type SubscriptionState } from '../subscriptions/addressSubscriptions';
import type { Profile } from '../users/profile';

export type { SubscriptionState } from '../subscriptions/addressSubscriptions';

/** The SMS subscription group: its states belong to the phone numbers. */
export class SmsSubscriptions extends AddressSubscriptions {
	constructor() {
		super('phone');
	}

	setPhone(phone: string, state: SubscriptionState): void {
		this.setAddress(phone, state);
	}

	/** As {@link AddressSubscriptions.whileAddressChanges}. */
	whilePhoneChanges(profile: Profile, change: () => void): void {
		this.whileAddressChanges(profile, change);
	}
}
