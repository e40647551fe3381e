import { noteNotSent } from '../campaigns/eligibility';
import { MESSAGING_RULES } from './messagingRules';
import type { Job } from '../schedules/schedules';
import type { BrazeState } from '../state';
import { audienceOf } from './audience';
import type { CheckedMessage } from './check';
import { dispatch } from './dispatch';
import type { MessagesRequest } from './request';

/** The sending of these messages, now or later. */
export function messagesJob(
	state: BrazeState,
	request: MessagesRequest,
	messages: readonly CheckedMessage[],
	ids: { dispatchId: string; sendId?: string },
): Job {
	const { campaign_id: campaignId, recipient_subscription_state: wanted = 'subscribed' } = request;
	const campaign = state.campaign(campaignId ?? '');
	return {
		name: campaign?.name ?? 'API message',
		audience: () => audienceOf(state, request),
		send: async (profile, at) => {
			if (campaign && campaign.status !== 'active') return noteNotSent(state, campaign, profile, MESSAGING_RULES.campaignStopped);
			for (const message of messages) await dispatch(state, message, wanted, { ...ids, profile, at });
		},
	};
}
