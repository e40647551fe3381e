import { randomUUID } from 'node:crypto';
import type { PhoneMessage } from '../../control/types';
import { react } from '../messages/react';
import { customerId, type Profile } from '../users/profile';
import { documented, unconfirmed } from '../rules';
import type { KeywordCategory } from '../controls/setupFile';
import { arrive } from './smsOutbound';
import { newDispatchId, type BrazeState } from '../state';
import { sendWebhook } from '../campaigns/webhookCampaign';

/** What matches no keyword. */
export const OTHER = 'Other';

/** The whole message, trimmed, as one word in any case; "STOP please" is no keyword. */
export function keywordCategoryOf(categories: readonly KeywordCategory[], text: string): KeywordCategory | undefined {
	const word = text.trim().toLowerCase();
	return categories.find(({ keywords }) => keywords.some((keyword) => keyword.toLowerCase() === word));
}

/** Whom Braze takes the sender for: of several profiles with one phone, the one it messaged or updated last. */
function senderOf(state: BrazeState, phone: string): Profile | undefined {
	return state.having('phone', phone)[0];
}

function changeSubscription(state: BrazeState, category: string, phone: string, sender: Profile): void {
	if (category !== 'Opt-in' && category !== 'Opt-out') return;
	const to = category === 'Opt-in' ? 'subscribed' : 'unsubscribed';
	state.subscriptions.setPhone(phone, to);
	state.world.events.add({
		vendor: 'braze',
		kind: 'note',
		summary: `${customerId(sender)} is now ${to} in “${state.group.name}”`,
		customer: customerId(sender),
		rule: documented(`${category} keyword: the phone number becomes ${to}`),
	});
}

/** Such a word counts for the last SMS that this person was sent. */
function countForLast(state: BrazeState, category: string, sender: Profile): void {
	const last = state.messaging.sent.lastTo(sender, 'sms');
	if (last === undefined) return;
	if (category === 'Opt-out') react(state, last, 'opt_out');
	if (category === 'Help') react(state, last, 'help');
}

/** The three fixed categories always answer; a custom one does not write to a phone that opted out. */
function autoReply(state: BrazeState, { category, reply }: KeywordCategory, phone: string, sender: Profile): void {
	if (reply === '') return;
	const fixed = ['Opt-in', 'Opt-out', 'Help'].includes(category);
	if (!fixed && state.subscriptions.of(sender) === 'unsubscribed') {
		state.world.events.add({
			vendor: 'braze',
			kind: 'note',
			summary: `no auto-reply to ${customerId(sender)}: opted out`,
			customer: customerId(sender),
			rule: unconfirmed('a custom keyword’s reply does not go to a phone that opted out'),
		});
		return;
	}
	arrive(state, sender, phone, reply, `auto-reply ${category}`);
}

/** A text comes from this phone: keyword, auto-reply, then the webhook campaigns of the category. Returns it as kept on the phone. */
export function receiveSms(state: BrazeState, phone: string, text: string, media: string[]): { message: PhoneMessage; sender: Profile } {
	const sender = senderOf(state, phone);
	if (sender === undefined) throw new Error(`no profile has the phone ${phone}`);
	const sharing = state.having('phone', phone).length;
	const message: PhoneMessage = { id: randomUUID(), at: new Date().toISOString(), direction: 'out', text, media, by: 'customer' };
	state.phone(phone).push(message);
	state.world.events.add({
		vendor: 'braze',
		kind: 'customer',
		summary: `SMS from ${customerId(sender)}: ${text}`,
		customer: customerId(sender),
		rule: sharing > 1 ? unconfirmed(`${sharing} profiles have this phone: taken for the one messaged or updated last`) : undefined,
	});
	const matched = keywordCategoryOf(state.group.keywordCategories, text);
	const category = matched?.category ?? OTHER;
	changeSubscription(state, category, phone, sender);
	countForLast(state, category, sender);
	if (matched) autoReply(state, matched, phone, sender);
	for (const campaign of state.campaigns) {
		if (campaign.type !== 'webhook' || campaign.delivery.type !== 'action-based' || campaign.delivery.category !== category) continue;
		const occasion = { dispatchId: newDispatchId(), inbound: { text, media } };
		state.enqueue(async () => await sendWebhook(state, campaign, sender, occasion), sender);
	}
	return { message, sender };
}
