import { setTimeout as sleep } from 'node:timers/promises';
import { SET_UP_FORM } from '../world/demoCredentials.mjs';
import { waitUntil } from '../command/waitUntil.mjs';

/** Workflow 0 of Braze × Zendesk SMS, run as a person does: by its form. */

export const SHOW = 'Show what would be done';
export const SET_UP = 'Set up';
export const REPAIR = 'Set up, and repair what differs';
export const SHOW_TEAR_DOWN = 'Show what would be taken away';
export const TEAR_DOWN = 'Take away what this workflow made';
export const SHOW_ADOPTION = 'Show which open tickets would be adopted';
export const ADOPT = 'Adopt open tickets';

export const THROUGH_N8N = 'n8n';
export const WITHOUT_N8N = 'Braze, without n8n';
export const SUBSCRIBED = 'n8n, and its triggers register themselves';

const FILE = '0-set-up-zendesk.json';

const workflowOf = ({ world }, file) => world.workflows.find((workflow) => workflow.integration === 'braze-zendesk-sms' && workflow.file === file);

/** Production URL of a trigger node of workflow 2 or 3, as n8n shows it. */
export const triggerUrl = ({ world }, file) => `${world.n8n.url}/webhook/${workflowOf({ world }, file).nodes.find(({ type }) => type.endsWith('.zendeskSupportTrigger')).webhookId}/webhook`;

async function pageOf(url) {
	const status = new URL(url);
	status.pathname += '/n8n-execution-status';
	await waitUntil(async () => (await (await fetch(status)).text()).trim() === 'form-waiting', { what: 'the page of the set-up form', timeoutMs: 60_000, pause: () => sleep(100) });
	const page = await (await fetch(url)).text();
	// The page does this by itself: without it the execution would wait for ever.
	await fetch(url, { method: 'POST' });
	return page;
}

/**
 * @param {import('./zendesk.mjs').Stage} stage
 * @param {string} what one of the words above
 * @param {string} way one of the ways above
 * @param {{ query?: string }} [options]
 * @returns {Promise<string>} the page that the person sees
 */
export async function setUpForm(stage, what, way, { query = '' } = {}) {
	const { world, quiet } = stage;
	const form = workflowOf(stage, FILE).nodes.find(({ type }) => type === 'n8n-nodes-base.formTrigger');
	const isThroughN8n = way === THROUGH_N8N;
	const isDirect = way === WITHOUT_N8N;
	const values = [
		what,
		way,
		isThroughN8n ? triggerUrl(stage, '2-agent-reply-to-sms.json') : '',
		isThroughN8n ? triggerUrl(stage, '3-ticket-solved-to-sms.json') : '',
		isDirect ? 'campaign-agent-reply' : '',
		isDirect ? 'campaign-ticket-solved' : '',
		query,
	];
	const body = new FormData();
	values.forEach((value, index) => body.append(`field-${index}`, value));
	const authorization = `Basic ${Buffer.from(`${SET_UP_FORM.user}:${SET_UP_FORM.password}`).toString('base64')}`;
	const answer = await fetch(`${world.n8n.url}/form/${form.webhookId}`, { method: 'POST', body, headers: { authorization }, signal: AbortSignal.timeout(60_000) });
	if (!answer.ok) throw new Error(`the set-up form answered ${answer.status}: ${await answer.text()}`);
	const page = await pageOf((await answer.json()).formWaitingUrl);
	await quiet(300);
	return page;
}

/** What stands in the page's first heading: what happened. */
export const headingOf = (page) => /<h1>(.*?)<\/h1>/s.exec(page)?.[1];

/**
 * Publishes a workflow in another shape until `restore` is called.
 * @param {import('./zendesk.mjs').Stage} stage
 * @param {string} file
 * @param {(nodes: Array<{ name: string, type: string, parameters: object, credentials?: object }>) => void} change
 */
export async function republished(stage, file, change) {
	const { rest } = stage;
	const { id } = workflowOf(stage, file);
	const { nodes: shipped } = await rest.workflow(id);
	const put = async (nodes) => {
		await rest.deactivate(id);
		await rest.call('PATCH', `/workflows/${id}`, { nodes });
		await rest.activate(id);
	};
	const changed = structuredClone(shipped);
	change(changed);
	try {
		await put(changed);
	} catch (error) {
		await put(shipped);
		throw error;
	}
	return { restore: () => put(shipped) };
}

/** The trigger node of a workflow's nodes. */
export const triggerIn = (nodes) => nodes.find(({ type }) => type.endsWith('.zendeskSupportTrigger'));

/** Two workflows of n8n rest while Zendesk speaks to Braze by itself. */
export async function unpublished(stage, files) {
	const ids = files.map((file) => workflowOf(stage, file).id);
	for (const id of ids) await stage.rest.deactivate(id);
	return { restore: async () => { for (const id of ids) await stage.rest.activate(id); } };
}
