import { setTimeout as sleep } from 'node:timers/promises';
import { waitUntil } from '../command/waitUntil.mjs';

const ENTITIES = { amp: '&', lt: '<', gt: '>', quot: '"', '#x27': "'", '#x3D': '=', '#x60': '`' };
const plain = (html) => html.replace(/&(amp|lt|gt|quot|#x27|#x3D|#x60);/g, (whole, name) => ENTITIES[name] ?? whole);

/** The inputs of a form page by the label that a person reads. */
function inputsOf(html) {
	const labels = [...html.matchAll(/<label class='form-label[^']*' for='(field-\d+)'>([^<]*)<\/label>/g)];
	return new Map(labels.map(([, id, label]) => [plain(label), id]));
}

/** What is filled in already. A drop-down without a choice has none. */
function defaultOf(html, id) {
	const input = new RegExp(`<input[^>]*\\bid='${id}'[^>]*>`).exec(html)?.[0];
	if (input !== undefined) return plain(/\bvalue=["']([^"']*)["']/.exec(input)?.[1] ?? '');
	const textarea = new RegExp(`<textarea[^>]*\\bid='${id}'[^>]*>([^<]*)</textarea>`).exec(html);
	if (textarea !== null) return plain(textarea[1]);
	const select = new RegExp(`<select id='${id}'[\\s\\S]*?</select>`).exec(html)?.[0] ?? '';
	return plain(/<option value=["']([^"']*)["'] selected/.exec(select)?.[1] ?? '');
}

/**
 * n8n's forms over HTTP, as a browser takes them: read the page, fill in what it asks for, send it, follow to the next page. n8n names its own host in links; `base` is where it really listens.
 * @param {string} base
 * @param {{ user: string, password: string }} [signIn] for forms with Basic Auth
 */
export function browser(base, signIn) {
	const headers = signIn === undefined ? {} : { authorization: `Basic ${Buffer.from(`${signIn.user}:${signIn.password}`).toString('base64')}` };
	const here = (url) => {
		const { pathname, search } = new URL(url, base);
		return new URL(`${pathname}${search}`, base);
	};
	const ask = async (url, init = {}) => await fetch(here(url), { headers, redirect: 'follow', signal: AbortSignal.timeout(60_000), ...init });

	/** The status and the text of a page, without sending anything. */
	const look = async (url) => {
		const answer = await ask(url);
		return { status: answer.status, html: await answer.text() };
	};

	/** An ending page lets the execution go on, as its own script does. Its words, without the tags. */
	async function ending(waiting) {
		const status = here(waiting);
		status.pathname += '/n8n-execution-status';
		const state = await waitUntil(
			async () => {
				const text = (await (await ask(status)).text()).trim();
				return ['form-waiting', 'success', 'error', 'crashed', 'canceled'].includes(text) && text;
			},
			{ what: 'the next page of the form', timeoutMs: 60_000, pause: () => sleep(50) },
		);
		if (state !== 'form-waiting') return { state, html: '', text: '' };
		const { html } = await look(waiting);
		await (await ask(waiting, { method: 'POST', body: new FormData() })).text();
		const body = html.replace(/[\s\S]*<body[^>]*>/, '').replace(/<script[\s\S]*?<\/script>|<style[\s\S]*?<\/style>/g, '');
		return { state, html, text: plain(body.replace(/<[^>]+>/g, ' ')).replace(/\s+/g, ' ').trim() };
	}

	/**
	 * By label: what is not named keeps what the page proposes.
	 * @param {string} url
	 * @param {Record<string, string | File>} values
	 */
	async function filledIn(url, values) {
		const { status, html } = await look(url);
		if (status !== 200) throw new Error(`the form ${here(url).pathname} answered ${status}`);
		const inputs = inputsOf(html);
		const unknown = Object.keys(values).filter((label) => !inputs.has(label));
		if (unknown.length > 0) throw new Error(`the form ${here(url).pathname} asks for ${[...inputs.keys()].join(' | ')}, not for ${unknown.join(', ')}`);
		const body = new FormData();
		for (const [label, id] of inputs) body.append(id, values[label] ?? defaultOf(html, id));
		return body;
	}

	function inOrder(values) {
		const body = new FormData();
		for (const [index, value] of values.entries()) body.append(`field-${index}`, value);
		return body;
	}

	/**
	 * @param {string} url
	 * @param {Record<string, string | File> | Array<string | File>} values by label, or in the order of the fields
	 * @returns {Promise<{ state: string, html: string, text: string }>} the ending page; `state` is n8n's word where there is none
	 */
	async function submit(url, values) {
		const body = Array.isArray(values) ? inOrder(values) : await filledIn(url, values);
		const answer = await ask(url, { method: 'POST', body });
		const text = await answer.text();
		if (!answer.ok) throw new Error(`the form ${here(url).pathname} answered ${answer.status}: ${text.slice(0, 300)}`);
		const waiting = /"formWaitingUrl":"([^"]+)"/.exec(text)?.[1];
		return waiting === undefined ? { state: 'sent', html: text, text } : await ending(waiting);
	}

	return { look, submit };
}

/**
 * The address of a published workflow's form.
 * @param {{ workflows: Array<{ id: string, nodes: Array<{ name: string, type: string, webhookId: string }> }> }} world
 * @param {string} [form] the node's name, where there are several
 */
export function formOf({ workflows }, workflowId, form) {
	const { nodes } = workflows.find(({ id }) => id === workflowId);
	return `/form/${nodes.find(({ name, type }) => (form === undefined ? type === 'n8n-nodes-base.formTrigger' : name === form)).webhookId}`;
}

/**
 * Somebody fills in a form of a workflow and sends it.
 * @param {ReturnType<typeof import('./stage.mjs').makeStage>} stage
 * @param {Record<string, string | File> | Array<string | File>} values by label, or in the order of the fields
 * @param {string} [form] the node's name, where there are several
 */
export const sendForm = async ({ world }, workflowId, values, form) => await browser(world.n8n.url).submit(formOf(world, workflowId, form), values);
