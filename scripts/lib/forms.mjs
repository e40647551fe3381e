const PATIENCE_MS = 60_000;

/** The page's own text, without tags. */
const bare = (html) => html.replace(/<(style|script)[\s\S]*?<\/\1>/g, ' ').replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');

async function page(url) {
	const answer = await fetch(url, { signal: AbortSignal.timeout(PATIENCE_MS) });
	if (!answer.ok) throw new Error(`${url} answered ${answer.status}`);
	return answer.text();
}

/**
 * Fills in the form of a published workflow, as a person does, and sends it.
 * @param {ReturnType<typeof import('./stage.mjs').makeStage>} stage
 * @param {string} workflowId
 * @param {string[]} values in the order of the form's fields
 * @returns {Promise<() => Promise<{ html: string, text: string }>>} reads the page that follows the form; only for a form that has one
 */
export async function sendForm({ world, waitFor }, workflowId, values) {
	const trigger = world.workflows.find(({ id }) => id === workflowId).nodes.find(({ type }) => type === 'n8n-nodes-base.formTrigger');
	const body = new FormData();
	for (const [index, value] of values.entries()) body.append(`field-${index}`, value);
	const answer = await fetch(`${world.n8n.url}/form/${trigger.webhookId}`, { method: 'POST', body, signal: AbortSignal.timeout(PATIENCE_MS) });
	const told = await answer.text();
	if (!answer.ok) throw new Error(`the form of ${workflowId} answered ${answer.status}: ${told}`);
	return async () => {
		const { formWaitingUrl } = JSON.parse(told);
		// n8n answers the form at once and the page waits until the workflow has come to its end.
		const status = new URL(formWaitingUrl);
		status.pathname += '/n8n-execution-status';
		await waitFor(async () => (await page(status)) === 'form-waiting', { what: `the page after the form of ${workflowId}` });
		const html = await page(formWaitingUrl);
		// As the page's own script does: without it the execution waits for ever.
		await fetch(formWaitingUrl, { method: 'POST', signal: AbortSignal.timeout(PATIENCE_MS) });
		return { html, text: bare(html) };
	};
}
