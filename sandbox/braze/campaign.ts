import type { SmsSetup, WebhookSetup } from './setupFile';

interface Running {
	/** A stopped or archived campaign sends nothing. */
	status: 'active' | 'stopped' | 'archived';
	/** ms since 1970 */
	createdAt: number;
	lastEditedAt: number;
	firstSentAt?: number;
	lastSentAt?: number;
}

export type WebhookCampaign = WebhookSetup & Running;
export type SmsCampaign = SmsSetup & Running;
export type Campaign = WebhookCampaign | SmsCampaign;
