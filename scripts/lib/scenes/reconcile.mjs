/** Zendesk's feed of comments leaves out the last minute, so the world is made older than that. */
const A_LITTLE_OLDER_S = 90;

/**
 * Runs the reconcile workflow on demand, as a person does: by its form.
 * @param {ReturnType<typeof import('./stage.mjs').makeStage>} stage
 * @param {number} [minutes] how far to look back
 */
export async function reconcile({ world, control, quiet }, minutes = 120) {
	const form = world.workflows
		.find(({ integration, file }) => integration === 'braze-zendesk-sms' && file === '4-reconcile.json')
		.nodes.find(({ type }) => type === 'n8n-nodes-base.formTrigger');
	await control.age(A_LITTLE_OLDER_S);
	const body = new FormData();
	body.append('field-0', String(minutes));
	const answer = await fetch(`${world.n8n.url}/form/${form.webhookId}`, { method: 'POST', body, signal: AbortSignal.timeout(60_000) });
	if (!answer.ok) throw new Error(`the reconcile form answered ${answer.status}: ${await answer.text()}`);
	await quiet();
}
