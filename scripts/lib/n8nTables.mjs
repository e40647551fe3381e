import { waitUntil } from './waitUntil.mjs';

/** n8n's Data Tables and forms, as a person sees them in the editor. */

/** @typedef {ReturnType<typeof import('./stage.mjs').makeStage>} Stage */

const query = (filter) => encodeURIComponent(JSON.stringify(filter));

async function findTable({ rest }, name) {
	const { data } = await rest.call('GET', `/data-tables-global?filter=${query({ name })}`);
	return data.find((table) => table.name === name);
}

/** The rows of a Data Table; none while it is not there yet. @param {Stage} stage @returns {Promise<Array<Record<string, unknown>>>} */
export async function tableRows(stage, name) {
	const table = await findTable(stage, name);
	if (table === undefined) return [];
	const { data } = await stage.rest.call('GET', `/projects/${table.projectId}/data-tables/${table.id}/rows?take=250&sortBy=id:desc`);
	return data;
}

/** Somebody adds rows by hand. @param {Stage} stage */
export async function addRows(stage, name, rows) {
	const table = await findTable(stage, name);
	await stage.rest.call('POST', `/projects/${table.projectId}/data-tables/${table.id}/insert`, { data: rows, returnType: 'count' });
}

/**
 * Somebody fills in a form of a workflow. A value that is a Blob is a file.
 * @param {Stage} stage
 * @param {{ file: string, form: string }} where the workflow's file, the node's name
 * @param {Array<string | { blob: Blob, name: string }>} values in the order of the fields
 * @returns {Promise<string>} what the form answers
 */
export async function fillIn({ world }, { file, form }, values) {
	const node = world.workflows.find((workflow) => workflow.file === file)?.nodes.find(({ name }) => name === form);
	const body = new FormData();
	values.forEach((value, index) => (typeof value === 'string' ? body.append(`field-${index}`, value) : body.append(`field-${index}`, value.blob, value.name)));
	const answer = await fetch(`${world.n8n.url}/form/${node.webhookId}`, { method: 'POST', body, signal: AbortSignal.timeout(60_000) });
	const text = await answer.text();
	if (!answer.ok) throw new Error(`the form "${form}" answered ${answer.status}: ${text.slice(0, 300)}`);
	// A form with an ending of its own waits to be led there, as the browser is. n8n leaves the question without an answer while the workflow still runs.
	const next = text.startsWith('{') ? JSON.parse(text).formWaitingUrl : undefined;
	if (next === undefined) return text;
	const ending = await waitUntil(async () => (await fetch(next, { signal: AbortSignal.timeout(2000) })).text(), { what: `the ending of the form "${form}"`, timeoutMs: 30_000 });
	// The page does this by itself once it is shown; before it the execution waits.
	await (await fetch(next, { method: 'POST', signal: AbortSignal.timeout(10_000) })).text();
	return ending;
}

/** What a "What failed" workflow was told, newest first. @param {Stage} stage @param {string} workflowId */
export async function toldTo({ rest }, workflowId, { node = 'Tell your team', limit = 10 } = {}) {
	const executions = await rest.executions({ workflowId, limit });
	const told = [];
	for (const { id } of executions) {
		const { runData } = await rest.execution(id);
		for (const run of runData[node] ?? []) for (const { json } of run.data?.main?.[0] ?? []) told.push(json);
	}
	return told;
}
