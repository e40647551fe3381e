import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './paths.mjs';

const shipped = (...file) => readFileSync(join(root, 'workflows', ...file), 'utf8').trimEnd();

/** The sandbox's Braze campaign that a console button posts with. */
const POSTING_CAMPAIGN = 'campaign-first-text';

/** A Braze campaign that posts this body to this URL, started by the customer in view. */
const brazePosts = ({ title, hint, body, url }) => ({
	title,
	hint,
	console: 'braze',
	calls: [
		{ method: 'POST', path: `/braze/campaigns/${POSTING_CAMPAIGN}`, body: { body, url } },
		{ method: 'POST', path: '/customer/{customer}/messages', body: { text: 'SUPPORT' } },
	],
});

/**
 * What the page's consoles offer to start with one click, beside what a person types.
 * @param {{ workflows: Array<{ file: string, nodes: Array<{ type: string, webhookId?: string }> }>, webhookOf: (file: string, type: string) => string, n8nUrl: string }} world
 * @returns {Array<import('../../sandbox/page/pageTypes').Play>}
 */
export function playsOf({ workflows, webhookOf, n8nUrl }) {
	const has = (file) => workflows.some((workflow) => workflow.file === file);
	const forms = workflows.flatMap(({ file, name, nodes }) => nodes.filter(({ type, webhookId }) => type === 'n8n-nodes-base.formTrigger' && webhookId).map(({ webhookId }) => ({ file, name, webhookId })));
	return [
		...(has('2-braze-webhook-to-messenger.json')
			? [brazePosts({ title: 'Campaign to Messenger', hint: 'A webhook campaign that n8n sends on, if Meta\'s window allows it', body: shipped('braze-messenger', 'braze', 'campaign-to-messenger.webhook.liquid'), url: webhookOf('2-braze-webhook-to-messenger.json', 'brazeTrigger') })]
			: []),
		...forms.map(({ name, webhookId }) => ({ title: name, hint: 'A form of n8n', console: 'braze', link: `${n8nUrl}/form/${webhookId}` })),
	];
}
