import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SET_UP_FORM, SMARTERSENDS_OFFICE } from './demoCredentials.mjs';
import { signedRef } from './messenger.mjs';
import { root } from './paths.mjs';

/** @typedef {import('../../sandbox/page/pageTypes').Play} Play */

const path = (...file) => join(root, 'workflows', ...file);
const shipped = (...file) => readFileSync(path(...file), 'utf8').trimEnd();

/** In Braze's list: a customer without a name, two who share a phone, and one who opted out of SMS. All are users of the sandbox's Sendbird. */
const EVERYBODY = ['cust-42', 'cust-43', 'cust-45', 'cust-46', 'cust-47'];

/** The same person in Braze's list and among the people who know the Page. */
const ADA = { externalId: 'cust-42', psid: '24567890123456781' };

/** The page writes the time of the click in its place, so that a campaign can be made and started by name. */
const NOW = '{now}';

/** A Braze campaign or Canvas that posts the shipped body to n8n. */
const brazeSends = ({ title, hint, as, body, url, to, headers }) => ({ title, hint, console: 'braze', calls: [{ method: 'POST', path: '/braze/webhook-sends', body: { name: title, as, url, headers, body, to } }] });

/** What the author of a Sendbird campaign fills in: the demo's customers have the same id at Sendbird, and no order on their profile. */
const orderShipped = (body, eventName) =>
	body
		.replace('custom_attribute.${sendbird_id}', '${user_id}')
		.replace(/"order": "\{\{.*?\}\}"/, '"order": "A-1042"')
		.replace('"Sendbird notification"', JSON.stringify(eventName));

/** @returns {Play[]} */
function brazePlays({ has, webhookOf }) {
	const plays = [];
	if (has('braze-sendbird', '1-canvas-realtime.json')) {
		const file = ['braze-sendbird', 'braze', 'order-shipped.to-n8n.webhook.liquid'];
		const headers = JSON.parse(shipped('braze-messenger', 'braze', 'webhook-headers.json'));
		const body = orderShipped(shipped(...file), 'Order notification');
		plays.push(
			brazeSends({ title: 'Canvas: order shipped', hint: 'A webhook step of a Canvas becomes a notification in the app of the customer in view, at once.', as: 'canvas', headers, body, url: webhookOf('1-canvas-realtime.json', 'brazeTrigger'), to: ['{customer}'] }),
			brazeSends({ title: 'Batch campaign: order shipped', hint: `Braze posts once for each of ${EVERYBODY.length} customers; n8n gathers them and makes one call within a minute, or by the form “Send what waits”.`, as: 'campaign', headers, body, url: webhookOf('2-campaign-batch.json', 'brazeTrigger'), to: EVERYBODY }),
		);
	}
	if (has('braze-messenger', '2-braze-webhook-to-messenger.json')) {
		const headers = JSON.parse(shipped('braze-messenger', 'braze', 'webhook-headers.json'));
		const body = shipped('braze-messenger', 'braze', 'campaign-to-messenger.webhook.liquid');
		plays.push(
			{
				title: 'Ada follows her Messenger link',
				hint: 'The link names her Braze profile and proves it; n8n writes her Messenger id onto the profile.',
				console: 'braze',
				calls: [{ method: 'POST', path: `/messenger/persons/${ADA.psid}/referrals`, body: { ref: signedRef(ADA.externalId) } }],
			},
			brazeSends({ title: 'Campaign to Messenger', hint: 'n8n sends it on where the profile of the customer in view has a Messenger id and Meta’s window is open, and tells Braze what became of it.', as: 'campaign', headers, body, url: webhookOf('2-braze-webhook-to-messenger.json', 'brazeTrigger'), to: ['{customer}'] }),
		);
	}
	return plays;
}

/** A dashboard webhook to a workflow's trigger: made, or made again, before each start. */
const dashboardWebhook = (name, url, webhookSecret) => ({ method: 'POST', path: '/clevertap/webhooks', body: { name, url, headers: { 'X-Webhook-Secret': webhookSecret } } });

/** @returns {Play[]} */
function cleverTapPlays({ has, webhookOf, webhookSecret }) {
	if (!has('clevertap-sendbird', '1-single.json') || !has('clevertap-sendbird', '2-multi.json')) return [];
	const single = {
		delivery: 'action',
		webhook: 'Sendbird single',
		keyValues: { template_key: 'order-shipped', event_name: 'Order Shipped Notification', var_order: '{{Event.order_id}}', profile_first_name: 'Name' },
	};
	const multi = {
		name: `Spring sale ${NOW}`,
		channel: 'webhook',
		delivery: 'one_time',
		segment: 1001,
		webhook: 'Sendbird multi',
		keyValues: { template_key: 'spring-sale', event_name: 'Spring Sale Notification', var_discount: '20%', var_ends_at: 'Sunday', profile_link: 'Name' },
	};
	return [
		{
			title: 'Single: order shipped',
			hint: 'The customer in view gets an order; the live campaign “single” posts it for this one customer.',
			console: 'clevertap',
			calls: [
				dashboardWebhook('Sendbird single', webhookOf('1-single.json', 'cleverTapTrigger'), webhookSecret),
				{ method: 'POST', path: '/clevertap/campaigns/single', body: single },
				{ method: 'POST', path: '/clevertap/campaigns/single/start', body: {} },
				{ method: 'POST', path: '/clevertap/profiles/{customer}/events', body: { evtName: 'Order Shipped', evtData: { order_id: 'A-1042' } } },
			],
		},
		{
			title: 'Multi: spring sale',
			hint: 'A new campaign to the segment of Gold customers: one call for all, one batch at Sendbird. One of them has no SendbirdID, one is unknown to Sendbird: both are told.',
			console: 'clevertap',
			calls: [
				dashboardWebhook('Sendbird multi', webhookOf('2-multi.json', 'cleverTapTrigger'), webhookSecret),
				{ method: 'POST', path: '/clevertap/campaigns', body: multi },
				{ method: 'POST', path: `/clevertap/campaigns/Spring%20sale%20${NOW}/start`, body: {} },
			],
		},
	];
}

/** By the id of the credential that a form asks for. */
const FORM_LOGINS = { 'zendesk-set-up-form-demo': SET_UP_FORM, 'smartersends-office-demo': SMARTERSENDS_OFFICE };

const INTEGRATION_TITLES = { 'braze-zendesk-sms': 'Braze × Zendesk SMS', 'braze-messenger': 'Braze × Messenger', 'braze-sendbird': 'Braze × Sendbird', 'braze-smartersends': 'Braze × SmarterSends', 'clevertap-sendbird': 'CleverTap × Sendbird' };

/** Every form of the workflows, as a link. @returns {Play[]} */
const formLinks = ({ workflows, n8nUrl }) =>
	workflows.flatMap(({ integration, nodes }) =>
		nodes
			.filter(({ type, webhookId }) => type === 'n8n-nodes-base.formTrigger' && webhookId)
			.map(({ parameters, webhookId, name, credentials }) => {
				const login = FORM_LOGINS[credentials?.httpBasicAuth?.id];
				return {
					title: parameters.formTitle ?? name,
					hint: `${INTEGRATION_TITLES[integration] ?? integration}${login === undefined ? '' : ` · sign in as ${login.user}, password ${login.password}`}`,
					console: integration.startsWith('clevertap') ? 'clevertap' : 'braze',
					link: `${n8nUrl}/form/${webhookId}`,
				};
			}),
	);

/**
 * What the page's consoles offer to start with one click, beside what a person types. An integration whose folder is missing offers nothing.
 * @param {{ workflows: Array<{ file: string, integration: string, nodes: Array<{ type: string, name: string, webhookId?: string, parameters: { formTitle?: string } }> }>, webhookOf: (file: string, type: string) => string, n8nUrl: string, webhookSecret: string }} world
 * @returns {Play[]}
 */
export function playsOf({ workflows, webhookOf, n8nUrl, webhookSecret }) {
	const has = (integration, file) => workflows.some((workflow) => workflow.integration === integration && workflow.file === file) && existsSync(path(integration));
	return [...brazePlays({ has, webhookOf }), ...cleverTapPlays({ has, webhookOf, webhookSecret }), ...formLinks({ workflows, n8nUrl })];
}
