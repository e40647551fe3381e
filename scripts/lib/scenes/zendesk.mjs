import { SANDBOX_KEYS } from '../world/demoCredentials.mjs';

/** What an administrator does in Zendesk by hand, and what really stands there. */

/** @typedef {ReturnType<typeof import('./stage.mjs').makeStage>} Stage */

/** Zendesk's API as the administrator, with a token of its own: nothing of n8n's. */
export async function zendeskApi({ world }, method, path, body) {
	const base = world.sandbox.ready.vendors.zendesk;
	const send = (url, way, content, headers = {}) =>
		fetch(url, {
			method: way,
			headers: { ...(content === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
			body: content === undefined ? undefined : JSON.stringify(content),
			signal: AbortSignal.timeout(10_000),
		});
	const login = { grant_type: 'client_credentials', client_id: SANDBOX_KEYS.zendeskClientId, client_secret: SANDBOX_KEYS.zendeskClientSecret, scope: 'read write' };
	const { access_token: token } = await (await send(`${base}/oauth/tokens`, 'POST', login)).json();
	const answer = await send(`${base}/api/v2${path}`, method, body, { authorization: `Bearer ${token}` });
	const text = await answer.text();
	if (!answer.ok) throw new Error(`Zendesk answered ${answer.status} to ${method} ${path}: ${text}`);
	return text === '' ? undefined : JSON.parse(text);
}

/** All that stands in the account of webhooks, triggers and categories, as text: two of them differ where anything at all does. */
export async function accountNow({ control }) {
	const { webhooks } = await control.call('GET', '/zendesk/webhooks');
	const rules = await control.call('GET', '/zendesk/triggers');
	return {
		...rules,
		webhooks,
		/** Without the log of deliveries. */
		text: JSON.stringify([webhooks.map(({ invocations, ...webhook }) => webhook), rules]),
	};
}

/** The set-up of Braze's guide, clicked together by hand. @returns {Promise<import('../../../sandbox/zendesk/controls/controlTypes').Handmade>} */
export const makeByHand = ({ control }) => control.call('POST', '/zendesk/handmade', { replyCampaignId: 'campaign-agent-reply', solvedCampaignId: 'campaign-ticket-solved' });

/** Both triggers of the hand-made set-up, on or off. */
export async function switchByHand(stage, { triggerIds }, active) {
	for (const id of triggerIds) await zendeskApi(stage, 'PUT', `/triggers/${id}`, { trigger: { active } });
}

/** Nothing of it may stand in the way of the next scene. */
export async function removeByHand(stage, { triggerIds, webhookIds, categoryId }) {
	for (const id of triggerIds) await zendeskApi(stage, 'DELETE', `/triggers/${id}`);
	for (const id of webhookIds) await zendeskApi(stage, 'DELETE', `/webhooks/${id}`);
	await zendeskApi(stage, 'DELETE', `/trigger_categories/${categoryId}`);
}

/** The event subscription that publishing this workflow made. */
export const webhookOfWorkflow = async ({ control, world }, file) => {
	const { webhookId } = world.workflows.find((workflow) => workflow.integration === 'braze-zendesk-sms' && workflow.file === file).nodes.find(({ type }) => type.endsWith('.zendeskSupportTrigger'));
	return (await accountNow({ control })).webhooks.find(({ endpoint }) => endpoint.includes(webhookId));
};
