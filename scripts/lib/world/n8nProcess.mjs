import { spawn } from 'node:child_process';
import { mkdirSync, openSync, readFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { onExit } from '../command/children.mjs';
import { Failure } from '../command/failure.mjs';
import { runCommand } from '../command/runCommand.mjs';

const START_PATIENCE_MS = 180_000;
const STOP_PATIENCE_MS = 40_000;

/** Nothing of the caller's npm or n8n settings reaches the n8n that is tested; nothing of it calls home. */
function environment({ host, userFolder, port, brokerPort, env }) {
	const inherited = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(npm_|N8N_|DB_|NODE_OPTIONS$)/i.test(name)));
	const url = `http://127.0.0.1:${port}/`;
	return {
		...inherited,
		// n8n starts its task runner as plain `node`, which must be the same one.
		PATH: `${dirname(host.node)}${delimiter}${process.env.PATH}`,
		N8N_USER_FOLDER: userFolder,
		N8N_PORT: String(port),
		N8N_HOST: '127.0.0.1',
		N8N_LISTEN_ADDRESS: '127.0.0.1',
		N8N_EDITOR_BASE_URL: url,
		WEBHOOK_URL: url,
		N8N_SECURE_COOKIE: 'false',
		N8N_RUNNERS_BROKER_PORT: String(brokerPort),
		N8N_RUNNERS_BROKER_LISTEN_ADDRESS: '127.0.0.1',
		N8N_DIAGNOSTICS_ENABLED: 'false',
		N8N_VERSION_NOTIFICATIONS_ENABLED: 'false',
		N8N_VERSION_NOTIFICATIONS_WHATS_NEW_ENABLED: 'false',
		N8N_TEMPLATES_ENABLED: 'false',
		N8N_PERSONALIZATION_ENABLED: 'false',
		N8N_HIRING_BANNER_ENABLED: 'false',
		N8N_DYNAMIC_BANNERS_ENABLED: 'false',
		N8N_LOG_LEVEL: 'info',
		GENERIC_TIMEZONE: 'UTC',
		...env,
	};
}

const lastWords = (logFile) => readFileSync(logFile, 'utf8').trim().split('\n').slice(-15).join('\n');

/**
 * A real n8n as one process: start, stop, crash, start again on the same folder and port, and its command line.
 * Make one with {@link startN8n}.
 */
export class N8nProcess {
	#child;

	#forget;

	/** @param {{ host: { node: string, n8n: string }, userFolder: string, port: number, brokerPort: number, env?: Record<string, string> }} options */
	constructor(options) {
		this.options = options;
		this.port = options.port;
		this.url = `http://127.0.0.1:${options.port}`;
		this.userFolder = options.userFolder;
		this.logFile = join(options.userFolder, 'n8n.log');
		this.env = environment(options);
		mkdirSync(options.userFolder, { recursive: true });
	}

	get pid() {
		return this.#child?.pid;
	}

	/** Resolves when the REST API answers; workflows become active some seconds later (see {@link webhookActive}). */
	async start() {
		const log = openSync(this.logFile, 'a');
		// A process group of its own: Ctrl-C reaches us alone, and a crash test can end n8n together with its task runner.
		this.#child = spawn(this.options.host.node, [this.options.host.n8n, 'start'], { env: this.env, stdio: ['ignore', log, log], detached: true });
		const child = this.#child;
		this.#forget = onExit(() => this.#kill(child, 'SIGKILL'));
		const deadline = Date.now() + START_PATIENCE_MS;
		while (Date.now() < deadline) {
			if (child.exitCode !== null || child.signalCode !== null) {
				throw new Failure(`n8n ended while it started. Its last words:\n${lastWords(this.logFile)}`, `The whole log: ${this.logFile}`);
			}
			if (await this.#ready()) return this;
			await sleep(200);
		}
		await this.crash();
		throw new Failure(`n8n did not answer within ${START_PATIENCE_MS / 1000} s. Its last words:\n${lastWords(this.logFile)}`, `The whole log: ${this.logFile}`);
	}

	// healthz answers while the REST routes are still a "starting up" page.
	async #ready() {
		const ask = (path) => fetch(`${this.url}${path}`, { signal: AbortSignal.timeout(2000) }).catch(() => undefined);
		if (!(await ask('/healthz'))?.ok) return false;
		const settings = await ask('/rest/settings');
		return Boolean(settings?.ok && settings.headers.get('content-type')?.includes('json'));
	}

	/**
	 * Whether a production webhook is registered, without calling it: asked with a method that no trigger uses,
	 * n8n names the methods that the path has, or says that it knows no such path.
	 * @param {string} path what follows `/webhook/`
	 */
	async webhookActive(path) {
		const answer = await fetch(`${this.url}/webhook/${path}`, { method: 'DELETE', signal: AbortSignal.timeout(5000) }).catch(() => undefined);
		return (await answer?.text())?.includes('Did you mean to make a') ?? false;
	}

	async #ended(child, patienceMs) {
		const deadline = Date.now() + patienceMs;
		while (child.exitCode === null && child.signalCode === null) {
			if (Date.now() > deadline) return false;
			await sleep(50);
		}
		return true;
	}

	#kill(child, signal) {
		try {
			process.kill(-child.pid, signal);
		} catch (error) {
			if (error.code !== 'ESRCH') throw error;
		}
	}

	/** In good order: running executions end, triggers stay registered. */
	async stop() {
		const child = this.#child;
		if (!child) return;
		child.kill('SIGTERM');
		if (!(await this.#ended(child, STOP_PATIENCE_MS))) this.#kill(child, 'SIGKILL');
		await this.#ended(child, 5000);
		this.#forget();
		this.#child = undefined;
	}

	/** As a power cut: kill -9, in the middle of whatever runs. */
	async crash() {
		const child = this.#child;
		if (!child) return;
		this.#kill(child, 'SIGKILL');
		await this.#ended(child, 5000);
		this.#forget();
		this.#child = undefined;
	}

	/**
	 * n8n's command line on the same folder, for instance `['import:workflow', '--input=FILE']`.
	 * It exits 0 on most errors, so `expected` must stand in what it prints.
	 */
	async cli(args, expected) {
		const { code, output } = await runCommand(this.options.host.node, [this.options.host.n8n, ...args], { env: this.env });
		if (code !== 0 || !expected.test(output)) {
			throw new Failure(`n8n ${args[0]} failed:\n${output.trim().split('\n').slice(-15).join('\n')}`, 'What n8n says above names the file or the field.');
		}
		return output;
	}
}
