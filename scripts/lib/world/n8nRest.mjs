import { createRequire } from 'node:module';
import { join } from 'node:path';
import { Failure } from '../command/failure.mjs';
import { waitUntil } from '../command/waitUntil.mjs';

const PUBLISH_PATIENCE_MS = 60_000;

/** The demo's owner: n8n listens on 127.0.0.1 only, so a fixed password does no harm and can be printed. */
export const OWNER = { email: 'demo@example.com', password: 'Conversations1', firstName: 'Dana', lastName: 'Demo' };

/** n8n puts a stack trace beside its message. */
function reason(text) {
	try {
		return JSON.parse(text).message ?? text;
	} catch {
		return text.slice(0, 600);
	}
}

/** The REST API of n8n's own editor, as its owner. */
export class N8nRest {
	#cookie = '';

	/**
	 * @param {string} url
	 * @param {{ folder: string }} host
	 */
	constructor(url, host) {
		this.url = url;
		this.flatted = createRequire(join(host.folder, 'node_modules', 'n8n', 'package.json'))('flatted');
	}

	async call(method, path, body) {
		const answer = await fetch(`${this.url}/rest${path}`, {
			method,
			headers: { ...(body === undefined ? {} : { 'content-type': 'application/json' }), cookie: this.#cookie },
			body: body === undefined ? undefined : JSON.stringify(body),
			signal: AbortSignal.timeout(60_000),
		});
		const text = await answer.text();
		if (!answer.ok) throw new Failure(`n8n answered ${answer.status} to ${method} /rest${path}: ${reason(text)}`, 'The editor shows the same message at that workflow; the n8n log may say more.');
		const cookie = answer.headers.getSetCookie().find((line) => line.startsWith('n8n-auth='));
		if (cookie) this.#cookie = cookie.split(';')[0];
		return text === '' ? undefined : JSON.parse(text).data;
	}

	/** A new folder has no owner yet; one that has logs in. */
	async enter() {
		const { userManagement } = await this.call('GET', '/settings');
		if (userManagement.showSetupOnFirstLoad) await this.call('POST', '/owner/setup', OWNER);
		else await this.call('POST', '/login', { emailOrLdapLoginId: OWNER.email, password: OWNER.password });
	}

	async workflow(id) {
		return this.call('GET', `/workflows/${id}`);
	}

	/**
	 * Publishes the current version, as the button in the editor does: n8n checks the nodes' fields first (its command line does not),
	 * then the triggers' `checkExists` and `create` run. Resolves when they have; what they complain of is thrown.
	 */
	async activate(id) {
		const { versionId, name } = await this.workflow(id);
		await this.call('POST', `/workflows/${id}/activate`, { versionId });
		const { status, triggers } = await this.#publication(id, 'published');
		if (status === 'published') return;
		const complaints = triggers.flatMap(({ errorMessage }) => errorMessage ?? []);
		throw new Failure(`"${name}" could not be published: ${complaints.join('; ')}`, 'Mend what the trigger names; the n8n log may say more.');
	}

	/** The triggers' `delete` runs; the command line's unpublish:workflow would only flip the database. */
	async deactivate(id) {
		await this.call('POST', `/workflows/${id}/deactivate`, {});
		await this.#publication(id, 'not_published');
	}

	/** n8n answers at once and publishes afterwards. A trigger that fails ends the wait as well. */
	async #publication(id, wanted) {
		return waitUntil(
			async () => {
				const publication = await this.call('GET', `/workflows/${id}/publication-status`);
				return [wanted, 'failed', 'partial'].includes(publication.status) && publication;
			},
			{ what: `workflow ${id} to be ${wanted}`, timeoutMs: PUBLISH_PATIENCE_MS },
		);
	}

	/**
	 * The newest first.
	 * @param {{ workflowId?: string, status?: string[], limit?: number }} [filter]
	 * @returns {Promise<Array<{ id: string, workflowId: string, workflowName: string, status: string, startedAt: string, stoppedAt?: string }>>}
	 */
	async executions({ limit = 50, ...filter } = {}) {
		const page = await this.call('GET', `/executions?limit=${limit}&filter=${encodeURIComponent(JSON.stringify(filter))}`);
		return page.results;
	}

	/** @returns {Promise<{ status: string, error?: { message: string, description?: string }, lastNodeExecuted?: string, runData: Record<string, unknown[]> }>} */
	async execution(id) {
		const { status, data } = await this.call('GET', `/executions/${id}`);
		const { resultData } = this.flatted.parse(data);
		return { status, error: resultData.error, lastNodeExecuted: resultData.lastNodeExecuted, runData: resultData.runData };
	}

	/** One line for each failed execution, newest first: what a failing scene shows. */
	async failures(limit = 5) {
		const failed = await this.executions({ status: ['error', 'crashed'], limit });
		const lines = [];
		for (const { id, workflowName, status } of failed) {
			const { error, lastNodeExecuted } = await this.execution(id);
			lines.push(`execution ${id} of "${workflowName}" ${status} at ${lastNodeExecuted ?? 'its start'}: ${error?.message ?? 'no message'}${error?.description ? ` (${error.description})` : ''}`);
		}
		return lines;
	}
}
