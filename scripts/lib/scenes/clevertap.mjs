import { randomInt } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { dataTables } from './dataTables.mjs';
import { deliveryStatus, SANDBOX_KEYS } from '../world/demoCredentials.mjs';
import { root } from '../command/paths.mjs';

/** What the scenes of CleverTap × Sendbird do alike. */

/** Ids that no other scene of this run has. */
const run = randomInt(36 ** 3).toString(36);
let made = 0;

/** A name that nobody else in this run has, for campaigns, webhooks and events. */
export const newName = (words) => `${words} ${run} ${(made += 1)}`;

/** Records in CleverTap's own shape, as the app would upload them. */
export async function upload(stage, records) {
	const answer = await fetch(`${stage.world.sandbox.ready.vendors.clevertap}/1/upload`, {
		method: 'POST',
		headers: { 'content-type': 'application/json', 'x-clevertap-account-id': SANDBOX_KEYS.clevertapAccountId, 'x-clevertap-passcode': SANDBOX_KEYS.clevertapPasscode },
		body: JSON.stringify({ d: records }),
		signal: AbortSignal.timeout(10_000),
	});
	const told = await answer.json();
	if (told.status !== 'success') throw new Error(`CleverTap answered ${answer.status} to an upload: ${JSON.stringify(told)}`);
}

const path = (id) => encodeURIComponent(id);

function person(stage, identity, sendbirdId) {
	const { control } = stage;
	return {
		identity,
		sendbirdId,
		/** What CleverTap holds. @returns {Promise<import('../../../sandbox/clevertap/controls/controlTypes').ProfileTruth>} */
		profile: () => control.call('GET', `/clevertap/profiles/${path(identity)}`),
		/** Events of this name on the profile, oldest first. */
		events: async (name) => (await control.call('GET', `/clevertap/profiles/${path(identity)}`)).events.filter((event) => event.name === name),
		does: (evtName, evtData) => control.call('POST', `/clevertap/profiles/${path(identity)}/events`, { evtName, evtData }),
		/** What stands in the app. @returns {Promise<import('../../../sandbox/sendbird/controlTypes').InboxNotification[]>} */
		inbox: async () => (await control.call('GET', `/sendbird/users/${path(sendbirdId)}/inbox`)).notifications,
		reads: (which = 'latest') => control.call('POST', `/sendbird/users/${path(sendbirdId)}/inbox/${which}/read`, {}),
	};
}

/**
 * New people, known to CleverTap by a `SendbirdID` and to Sendbird by that.
 * @param {ReturnType<typeof import('./stage.mjs').makeStage>} stage
 * @param {{ mapped?: boolean, atSendbird?: boolean }} [options] `mapped: false`: no SendbirdID on the profile
 */
export async function newPeople(stage, count, { mapped = true, atSendbird = true } = {}) {
	const first = (made += 1);
	const prefix = `sb-${run}-${first}-`;
	if (atSendbird) await stage.control.call('POST', '/sendbird/users', { prefix, count });
	const people = Array.from({ length: count }, (_, index) => person(stage, `ct-${run}-${first}-${index + 1}`, `${prefix}${index + 1}`));
	await upload(stage, people.map(({ identity, sendbirdId }, index) => ({ type: 'profile', identity, profileData: { Name: `Person ${index + 1}`, ...(mapped ? { SendbirdID: sendbirdId } : {}) } })));
	return people;
}

/** Somebody whom a scene knows by identity only. */
export const personOf = person;

/** Settings > Channels > Webhooks > Create; throws where the test call was not answered 200. */
export const newWebhook = ({ control }, webhook) => control.call('POST', '/clevertap/webhooks', webhook);

/** The webhook that a marketer makes for a workflow's trigger. */
export async function webhookTo(stage, file) {
	const name = newName('Sendbird');
	await newWebhook(stage, { name, url: stage.world.webhookOf(file, 'cleverTapTrigger'), headers: { 'X-Webhook-Secret': stage.world.webhookSecret } });
	return name;
}

/** @param {import('../../../sandbox/clevertap/controls/controlTypes').CampaignInput} campaign */
export const newCampaign = ({ control }, campaign) => control.call('POST', '/clevertap/campaigns', { name: newName('Campaign'), channel: 'webhook', ...campaign });

export const startCampaign = ({ control }, { id }, identities) => control.call('POST', `/clevertap/campaigns/${id}/start`, identities === undefined ? {} : { identities });

/** The integration's page in Sendbird's Dashboard. @param {Partial<import('../../../sandbox/sendbird/controlTypes').SendbirdIntegration>} settings */
export const sendbirdIntegration = ({ control }, settings) => control.call('POST', '/sendbird/integrations/clevertap', settings);

/**
 * Sendbird tells SENT and READ to n8n while `play` runs, in the way of these settings.
 * @param {Partial<import('../../../sandbox/sendbird/controlTypes').SendbirdIntegration>} settings
 */
export async function withCallbacks(stage, settings, play) {
	const { control, world } = stage;
	const before = await control.call('GET', '/sendbird/integrations/clevertap');
	await sendbirdIntegration(stage, { endpoint: world.webhookOf('3-event-callback.json', 'sendbirdTrigger'), projectId: deliveryStatus.accountId, key: deliveryStatus.passcode, callback: true, ...settings });
	try {
		await play();
	} finally {
		await sendbirdIntegration(stage, before);
	}
}

/** A text of `clevertap/`, as the author pastes it. */
export const shipped = (file) => readFileSync(join(root, 'workflows', 'clevertap-sendbird', 'clevertap', file), 'utf8').trimEnd();

/** Lines of names and values, as the editor of a campaign takes them. */
export const keyValuesIn = (text) => Object.fromEntries(text.split('\n').map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1).trim()]));

/** The event name of the shipped texts, which every author replaces. */
export const SHIPPED_EVENT = 'Order Shipped Notification';

/** A live campaign as the vendor's guide has it: CleverTap posts to Sendbird's relay itself, with the shipped body. `event` sets it off, `told` is the name of its SENT and READ. */
export async function relayCampaign(stage) {
	const { control, world } = stage;
	const webhook = newName('Sendbird relay');
	const url = `${world.sandbox.ready.vendors['sendbird-notifications']}/clevertap/notifications/single`;
	await newWebhook(stage, { name: webhook, url, bodyKind: 'custom', headers: { 'Api-token': SANDBOX_KEYS.sendbirdClevertapToken } });
	const event = newName('Order Shipped');
	const told = newName('Order Shipped Notification');
	const body = shipped('relay.body.json').replace(SHIPPED_EVENT, told);
	const { id } = await newCampaign(stage, { delivery: 'action', segment: 'all', event, webhook, body });
	await control.call('POST', `/clevertap/campaigns/${id}/start`, {});
	return { id, event, told };
}

/** The statuses that 3 keeps, oldest first. @param {Record<string, string>} where */
export const keptStatuses = async ({ rest }, where) => await dataTables(rest).rows('clevertap_sendbird_statuses', where);

/** What 6 keeps about this customer. */
export const failuresOf = async (stage, customer) => await dataTables(stage.rest).rows('clevertap_sendbird_failures', { customer });

/** SENT and READ that Sendbird told, or meant to, of this person. @returns {Promise<import('../../../sandbox/sendbird/controlTypes').CallbackTruth[]>} */
export const callbacksOf = async ({ control }, { identity }) => (await control.call('GET', '/sendbird/callbacks')).callbacks.filter((one) => one.identity === identity);
