import type { AddressSubscriptions } from './addressSubscriptions';
import type { BrazeState } from '../state';

export const NEWSLETTER_ID = 'email-group-newsletter';

export interface SubscriptionGroup {
	id: string;
	name: string;
	channel: 'sms' | 'email';
	members: AddressSubscriptions;
}

/** The workspace's two subscription groups. */
export function subscriptionGroups(state: BrazeState): SubscriptionGroup[] {
	return [
		{ id: state.group.sandboxId, name: state.group.name, channel: 'sms', members: state.subscriptions },
		{ id: NEWSLETTER_ID, name: 'Newsletter', channel: 'email', members: state.data.newsletter },
	];
}

export const subscriptionGroup = (state: BrazeState, id: string | undefined): SubscriptionGroup | undefined =>
	subscriptionGroups(state).find((group) => group.id === id);
