import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brazeApi } from './brazeApi.mjs';
import { brazeSetup } from './brazeSetup.mjs';
import { deliveryStatus } from '../world/demoCredentials.mjs';
import { root } from '../command/paths.mjs';
import { webhookBody } from './sendbirdBody.mjs';

/** What the scenes of Sendbird do alike. */

/** @typedef {ReturnType<typeof import('./stage.mjs').makeStage>} Stage */

/** A campaign of the sandbox that starts with a keyword; for a scene it posts what the author of a Sendbird campaign pasted. */
const CAMPAIGN = 'campaign-first-text';
const KEYWORD = 'SUPPORT';

/** The name under which the author of the demo's campaign wants SENT and READ. */
export const EVENT = 'Order notification';

export const ORDER_SHIPPED = JSON.parse(readFileSync(join(root, 'workflows', 'braze-sendbird', 'braze', 'order-shipped.template.json'), 'utf8'));

/** The sandbox's Sendbird, seen from the Dashboard and from the app. @param {Stage} stage */
export function sendbird({ control }) {
	const of = (userId) => `/sendbird/users/${encodeURIComponent(userId)}`;
	return {
		/** `<prefix>1` to `<prefix><count>`. */
		newUsers: (prefix, count) => control.call('POST', '/sendbird/users', { prefix, count }),
		user: (userId) => control.call('GET', of(userId)).catch(() => undefined),
		/** What stands in the person's app. @returns {Promise<import('../../../sandbox/sendbird/controlTypes').InboxNotification[]>} */
		inbox: async (userId) => (await control.call('GET', `${of(userId)}/inbox`)).notifications,
		reads: (userId) => control.call('POST', `${of(userId)}/inbox/latest/read`, {}),
		/** The Braze integration's page. @param {Partial<import('../../../sandbox/sendbird/controlTypes').SendbirdIntegration>} settings */
		integration: (settings) => control.call('POST', '/sendbird/integrations/braze', settings),
		/** @param {import('../../../sandbox/sendbird/controlTypes').StrayCallback} callback */
		calls: (callback) => control.call('POST', '/sendbird/integrations/braze/callbacks', callback),
		callbacks: async () => (await control.call('GET', '/sendbird/callbacks')).callbacks,
		/** @param {Partial<import('../../../sandbox/sendbird/controlTypes').SendbirdSettings>} settings */
		settings: (settings) => control.call('POST', '/sendbird/settings', settings),
	};
}

const PLAIN = { callback: true, readBeforeSent: false, repeat: 1, identity: 'esp', identityField: 'external_id', withTime: true, eventsPerCallback: 1 };

/** The integration as workflow 3 asks for it: n8n in the place of Braze. */
export const connectIntegration = (stage, settings = {}) =>
	sendbird(stage).integration({ ...PLAIN, endpoint: stage.world.webhookOf('3-delivery-status-to-braze.json', 'sendbirdTrigger'), key: deliveryStatus.apiKey, ...settings });

/** A customer of Braze who is a user of Sendbird too, under another id; the profile names it. @param {Stage} stage */
export async function mappedCustomer(stage, attributes = {}) {
	const customer = await stage.newCustomer();
	const prefix = `sb-${customer.externalId}-`;
	await sendbird(stage).newUsers(prefix, 1);
	const sendbirdId = `${prefix}1`;
	await brazeApi(stage, '/users/track', { attributes: [{ external_id: customer.externalId, sendbird_id: sendbirdId, order: 'A-7', ...attributes }] });
	return { ...customer, sendbirdId };
}

/** The values of `status` that Braze holds for the author's event, in the order in which they came. */
export const statusesOf = async (customer, name = EVENT) => (await customer.profile()).events.filter((event) => event.name === name).map(({ properties }) => properties.status);

/** A body for `order-shipped`, as made for pasting; `change` edits it as an author would. */
export const bodyFor = (change = (body) => body) => change(webhookBody(ORDER_SHIPPED, { eventName: EVENT }));

/**
 * Lets the sandbox's webhook campaign post this body to this workflow, and mends it afterwards.
 * @param {Stage} stage
 * @param {{ file: string, body?: string }} campaign `file`: of workflows/braze-sendbird
 * @param {(sendTo: (customer: { texts: (text: string) => Promise<unknown> }) => Promise<unknown>) => Promise<void>} play
 */
export async function withCampaign(stage, { file, body = bodyFor() }, play) {
	await stage.control.brazeCampaign(CAMPAIGN, { body, url: stage.world.webhookOf(file, 'brazeTrigger') });
	try {
		await play((customer) => customer.texts(KEYWORD));
	} finally {
		const { webhook } = brazeSetup().campaigns.find(({ sandboxId }) => sandboxId === CAMPAIGN);
		const shipped = readFileSync(join(root, 'workflows', 'braze-zendesk-sms', 'braze', webhook.bodyFile), 'utf8').trimEnd();
		await stage.control.brazeCampaign(CAMPAIGN, { body: shipped, url: webhook.url });
	}
}

/** The marketer chooses the campaign's conversion event, or none. @param {Stage} stage @param {import('../../../sandbox/braze/controls/controlTypes').CampaignSettings['conversion']} conversion */
export const conversionEvent = ({ control }, conversion) => control.brazeCampaign(CAMPAIGN, { conversion });

/** The accepted and refused sends of notifications since a mark of the feed. */
export const sendsSince = (stage, mark) =>
	stage.feed.since(mark).filter(({ vendor, request }) => vendor === 'sendbird-notifications' && request?.method === 'POST' && /\/notifications(\/messages)?$/.test(request.path));

/** What "What failed" was told, newest first. @param {Stage} stage */
export async function toldTeam({ rest }) {
	const told = [];
	for (const { id } of await rest.executions({ workflowId: 'brazeSendbird5', limit: 10 })) {
		const { runData } = await rest.execution(id);
		for (const run of runData['Tell your team'] ?? []) for (const { json } of run.data?.main?.[0] ?? []) told.push(json.what ?? '');
	}
	return told;
}
