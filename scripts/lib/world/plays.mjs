import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SENDBIRD_OFFICE, SET_UP_FORM, SMARTERSENDS_OFFICE } from './demoCredentials.mjs';
import { signedRef } from '../scenes/messenger.mjs';
import { root } from '../command/paths.mjs';

/** @typedef {import('../../../sandbox/page/pageTypes').Play} Play */

const path = (...file) => join(root, 'workflows', ...file);
const shipped = (...file) => readFileSync(path(...file), 'utf8').trimEnd();

/** In Braze's list: a customer without a name, two who share a phone, and one who opted out of SMS. All are users of the sandbox's Sendbird. */
const EVERYBODY = ['cust-42', 'cust-43', 'cust-45', 'cust-46', 'cust-47'];

/** The same person in Braze's list and among the people who know the Page. */
const ADA = { externalId: 'cust-42', psid: '24567890123456781' };

const DAY_MS = 86_400_000;

/** The page writes the time of the click in its place, so that a campaign can be made and started by name. */
const NOW = '{now}';

/** A Braze campaign or Canvas that posts the shipped body to n8n; `link`: a form that belongs to it. */
const brazeSends = ({ title, hint, as, body, url, to, headers, link }) => ({ title, hint, console: 'braze', link, calls: [{ method: 'POST', path: '/braze/webhook-sends', body: { name: title, as, url, headers, body, to } }] });

/** What the author of a Sendbird campaign fills in: the demo's customers have the same id at Sendbird, and no order on their profile. */
const orderShipped = (body, eventName) =>
	body
		.replace('custom_attribute.${sendbird_id}', '${user_id}')
		.replace(/"order": "\{\{.*?\}\}"/, '"order": "A-1042"')
		.replace('"Sendbird notification"', JSON.stringify(eventName));

/** @returns {Play[]} */
function brazePlays({ has, webhookOf, formOf }) {
	const plays = [];
	if (has('braze-sendbird', '1-canvas-realtime.json')) {
		const file = ['braze-sendbird', 'braze', 'order-shipped.to-n8n.webhook.liquid'];
		const headers = JSON.parse(shipped('braze-messenger', 'braze', 'webhook-headers.json'));
		const body = orderShipped(shipped(...file), 'Order notification');
		plays.push(
			brazeSends({ title: 'Canvas: order shipped', hint: 'A webhook step of a Canvas becomes a notification in the app inbox of the customer in view, at once.', as: 'canvas', headers, body, url: webhookOf('1-canvas-realtime.json', 'brazeTrigger'), to: ['{customer}'] }),
			brazeSends({ title: 'Batch campaign: order shipped', hint: `Braze posts once for each of ${EVERYBODY.length} customers, n8n gathers them and makes one call: every minute out there, here by the form below.`, as: 'campaign', headers, body, url: webhookOf('2-campaign-batch.json', 'brazeTrigger'), to: EVERYBODY, link: formOf('braze-sendbird', 'Send what waits') }),
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
		keyValues: { template_key: 'spring-sale', event_name: 'Spring Sale Notification', var_discount: '20%', var_ends_at: 'Sunday', var_link: 'shop.example/sale' },
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
const FORM_LOGINS = { 'zendesk-set-up-form-demo': SET_UP_FORM, 'smartersends-office-demo': SMARTERSENDS_OFFICE, 'sendbird-office-demo': SENDBIRD_OFFICE };

const INTEGRATION_TITLES = { 'braze-zendesk-sms': 'Braze × Zendesk SMS', 'braze-messenger': 'Braze × Messenger', 'braze-sendbird': 'Braze × Sendbird', 'braze-smartersends': 'Braze × SmarterSends', 'clevertap-sendbird': 'CleverTap × Sendbird' };

/** `yyyy-MM-dd`; the page's “+4 days” goes beyond it. */
const inThreeDays = () => new Date(Date.now() + 3 * DAY_MS).toISOString().slice(0, 10);

/** An owner's plan, filled in by the address as n8n's forms take it. */
const plan = () => new URLSearchParams({ subject: 'Neu bei uns', headline: 'Diese Woche', text: 'Ab Montag gibt es neue Pizza. Wir freuen uns auf Sie!', date: inThreeDays(), time: '10:00' });

/** SmarterSends is a story of several persons: what each does, in their order. By the file of the form; n8n makes keys and addresses of approvals while it runs. */
const SMARTERSENDS_STEPS = {
	'0-set-up-groups.json': { words: '1. Once, by the office: tables, layouts and three example groups.' },
	'1-plan-a-send.json': {
		words: '2. The owner of Berlin writes to the guests. All is filled in; new words each time, or it is the same send.',
		cell: { table: 'smartersends_groups', where: { group: 'Berlin' }, column: 'owner_key', parameter: 'key' },
	},
	approval: {
		words: '3. By the office: the newest send that awaits approval, else n8n’s Data Tables. Braze sends in three days: “+4 days” above makes it so.',
		cell: { table: 'smartersends_sends', where: { status: 'awaiting approval' }, column: 'approval_url' },
	},
	'3-report.json': { words: '4. By the office: what Braze counted for each group, with a drawing.' },
	'2-change-or-withdraw.json': { words: 'Until it goes out the owner may change it or take it back.', cell: { table: 'smartersends_groups', where: { group: 'Berlin' }, column: 'owner_key', parameter: 'key' } },
	'4-segments-over-time.json': { words: 'How the groups grew.' },
};

/** The steps first, in their order. */
function smarterSends(forms, n8nUrl) {
	if (forms.length === 0) return [];
	const approval = { integration: forms[0].integration, file: 'approval', title: 'Approve the newest send', login: SMARTERSENDS_OFFICE, link: `${n8nUrl}/home/datatables` };
	return Object.entries(SMARTERSENDS_STEPS).flatMap(([step, more]) =>
		[...forms, approval].filter(({ file }) => file === step).map((form) => ({ ...form, ...more, link: step === '1-plan-a-send.json' ? `${form.link}?${plan()}` : form.link })),
	);
}

/** Every form of the workflows. */
const formsOf = ({ workflows, n8nUrl }) =>
	workflows.flatMap(({ integration, file, nodes }) =>
		nodes
			.filter(({ type, webhookId }) => type === 'n8n-nodes-base.formTrigger' && webhookId)
			.map(({ parameters, webhookId, name, credentials }) => ({
				integration,
				file,
				title: parameters.formTitle ?? name,
				words: parameters.formDescription,
				login: FORM_LOGINS[credentials?.httpBasicAuth?.id],
				link: `${n8nUrl}/form/${webhookId}`,
			})),
	);

/** As a link of the page. Its hint begins with the integration and a middle dot: the page puts those of one together. */
const formLink = ({ integration, title, words, login, link, cell }) => ({
	title,
	hint: [INTEGRATION_TITLES[integration] ?? integration, words, login && `sign in as ${login.user}, password ${login.password}`].filter(Boolean).join(' · '),
	console: integration.startsWith('clevertap') ? 'clevertap' : 'braze',
	link,
	cell,
});

/**
 * What the page's consoles offer to start with one click, beside what a person types. An integration whose folder is missing offers nothing.
 * @param {{ workflows: Array<{ file: string, integration: string, nodes: Array<{ type: string, name: string, webhookId?: string, credentials?: { httpBasicAuth?: { id: string } }, parameters: { formTitle?: string, formDescription?: string } }> }>, webhookOf: (file: string, type: string) => string, n8nUrl: string, webhookSecret: string }} world
 * @returns {Play[]}
 */
export function playsOf({ workflows, webhookOf, n8nUrl, webhookSecret }) {
	const has = (integration, file) => workflows.some((workflow) => workflow.integration === integration && workflow.file === file) && existsSync(path(integration));
	const forms = formsOf({ workflows, n8nUrl });
	const formOf = (integration, title) => forms.find((form) => form.integration === integration && form.title === title)?.link;
	const isLocal = ({ integration }) => integration === 'braze-smartersends';
	const links = [...smarterSends(forms.filter(isLocal), n8nUrl), ...forms.filter((form) => !isLocal(form))];
	return [...brazePlays({ has, webhookOf, formOf }), ...cleverTapPlays({ has, webhookOf, webhookSecret }), ...links.map(formLink)];
}
