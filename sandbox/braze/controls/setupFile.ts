/* eslint-disable @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-restricted-imports -- the sandbox reads the campaigns' own files from disk */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const FOLDER = join(__dirname, '..', '..', '..', 'workflows', 'braze-zendesk-sms', 'braze');

/** Limits: 1 to 34 characters, no spaces, at most 20 a category; replies at most 300 characters (Braze, SMS keyword handling). */
const keywordCategory = z.object({
	category: z.string().min(1),
	keywords: z.array(z.string().min(1).max(34).regex(/^\S+$/)).min(1).max(20),
	reply: z.string().max(300),
});
export type KeywordCategory = z.infer<typeof keywordCategory>;

const subscriptionGroup = z.object({
	sandboxId: z.string().min(1),
	name: z.string().min(1),
	keywordCategories: z.array(keywordCategory),
});

const actionBased = z.object({
	type: z.literal('action-based'),
	trigger: z.literal('Send an SMS inbound message'),
	category: z.string().min(1),
});
/** The dashboard's scheduled delivery, "as soon as the campaign is launched". No file of the set-up has one: controlWebhookSends.ts makes them. */
const scheduled = z.object({ type: z.literal('scheduled') });
const apiTriggered = z.object({ type: z.literal('api-triggered') });

const campaignBase = z.object({
	sandboxId: z.string().min(1),
	name: z.string().min(1),
	reEligibility: z.boolean(),
	/** A connected-audience filter, or null for everyone. */
	audience: z.record(z.unknown()).nullable(),
	deliveryNotes: z.string(),
});

const webhookCampaign = campaignBase.extend({
	type: z.literal('webhook'),
	delivery: z.discriminatedUnion('type', [actionBased, scheduled]),
	webhook: z.object({
		url: z.string(),
		method: z.enum(['POST', 'PUT', 'GET', 'DELETE']),
		headersFile: z.string(),
		bodyFile: z.string(),
	}),
});
const smsCampaign = campaignBase.extend({
	type: z.literal('sms'),
	delivery: apiTriggered,
	sms: z.object({ bodyFile: z.string() }),
});

const setup = z.object({
	subscriptionGroup,
	campaigns: z.array(z.discriminatedUnion('type', [webhookCampaign, smsCampaign])),
});

/** A pasted text: the file without the line end that editors add. */
const readText = (file: string): string => readFileSync(join(FOLDER, file), 'utf8').replace(/\r?\n$/, '');

const readHeaders = (file: string): Record<string, string> => z.record(z.string()).parse(JSON.parse(readText(file)));

/** The marketer's set-up, as its files say it now. Read at each reset, so that an edited text is tried without a restart. */
export function readSetup() {
	const { subscriptionGroup: group, campaigns } = setup.parse(JSON.parse(readText('setup.json')));
	return {
		group,
		campaigns: campaigns.map((campaign) =>
			campaign.type === 'webhook'
				? {
						...campaign,
						webhook: {
							url: campaign.webhook.url,
							method: campaign.webhook.method,
							headers: readHeaders(campaign.webhook.headersFile),
							body: readText(campaign.webhook.bodyFile),
						},
					}
				: { ...campaign, sms: { body: readText(campaign.sms.bodyFile) } },
		),
	};
}

export type Setup = ReturnType<typeof readSetup>;
type SetupCampaign = Setup['campaigns'][number];
export type WebhookSetup = Extract<SetupCampaign, { type: 'webhook' }>;
export type SmsSetup = Extract<SetupCampaign, { type: 'sms' }>;
