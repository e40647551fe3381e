import type { Found } from '../../../../nodes/Zendesk/integration/found';
import { replyBody, solvedBody } from '../../../../nodes/Zendesk/integration/directBodies';
import { MADE_BY_US, wantedSetUp, type Names, type Wanted } from '../../../../nodes/Zendesk/integration/wanted';
import type { Trigger, UserField, Webhook } from '../../../../nodes/Zendesk/shapes';

export const N8N_URL = 'https://n8n.test/webhook/replies/webhook';
export const BRAZE_URL = 'https://rest.iad-01.braze.com/campaigns/trigger/send';
export const NAMES: Names = { category: 'Trigger a message', webhook: 'Agent replies by SMS', reply: 'Reply by SMS through Braze', solved: 'Ticket solved: tell Braze' };
export const GUARD = { field: 'requester.custom_fields.braze_external_id', operator: 'present', value: null };

export const n8nWanted = (solved = N8N_URL): Wanted => wantedSetUp({ way: 'n8n', targets: { reply: N8N_URL, solved } }, NAMES, undefined);
export const directWanted = (guarded = true): Wanted =>
	wantedSetUp({ way: 'direct', targets: { reply: BRAZE_URL, solved: BRAZE_URL }, replyCampaignId: 'c-reply', solvedCampaignId: 'c-solved', closingText: 'Closed' }, NAMES, guarded ? GUARD : undefined);

export const userField: UserField = { id: 31, key: 'braze_external_id', title: 'Braze external ID', type: 'text', active: true };

export const webhook = (more: Partial<Webhook> = {}): Webhook => ({
	id: 'w1',
	name: NAMES.webhook,
	endpoint: N8N_URL,
	status: 'active',
	subscriptions: ['conditional_ticket_events'],
	http_method: 'POST',
	request_format: 'json',
	authentication: { type: 'bearer_token' },
	description: MADE_BY_US,
	...more,
});

export const triggerOf = ({ triggers }: Wanted, part: 'reply' | 'solved', more: Partial<Trigger> = {}, webhookId = 'w1'): Trigger => {
	const wanted = triggers.find((trigger) => trigger.part === part);
	if (wanted === undefined) throw new Error(part);
	const { title, all, any, body } = wanted;
	return { id: `t-${part}`, title, active: true, description: MADE_BY_US, category_id: '9', conditions: { all, any }, actions: [{ field: 'notification_webhook', value: [webhookId, body] }], ...more };
};

export const empty: Found = { userField: undefined, categories: [], webhooks: [], triggers: [] };

/** An account in which the set-up stands as it is wanted. */
export const standing = (wanted: Wanted): Found => ({
	userField,
	categories: [{ id: '9', name: NAMES.category }],
	webhooks: [webhook({ endpoint: wanted.webhooks[0].endpoint })],
	triggers: [triggerOf(wanted, 'reply'), triggerOf(wanted, 'solved')],
});

/** What a person makes who follows Braze's guide to the letter, stray comma and all. */
export const handMade = (): Pick<Found, 'webhooks' | 'triggers'> => ({
	webhooks: [webhook({ id: 'w-braze', name: 'Braze', endpoint: BRAZE_URL, description: null })],
	triggers: [
		{
			id: '501',
			title: 'Répondre par SMS Braze',
			active: true,
			category_id: '7',
			conditions: { all: [{ field: 'comment_is_public', operator: 'is', value: 'requester_can_see_comment' }, { field: 'current_via_id', operator: 'is_not', value: '5' }], any: [] },
			actions: [{ field: 'notification_webhook', value: ['w-braze', '{ "campaign_id": "abc", "recipients": [] }'] }],
		},
		{
			id: '502',
			title: 'Résolu',
			active: true,
			category_id: '7',
			conditions: { all: [{ field: 'status', operator: 'value', value: 'solved' }], any: [] },
			actions: [{ field: 'notification_webhook', value: ['w-braze', '{ "campaign_id": "def", , }'] }],
		},
	],
});

export const bodies = { reply: replyBody('c-reply'), solved: solvedBody('c-solved', 'Closed') };
