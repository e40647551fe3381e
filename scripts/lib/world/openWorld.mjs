import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ControlClient } from './controlClient.mjs';
import { demoCredentials, newWebhookSecret } from './demoCredentials.mjs';
import { ensureHost } from '../install/ensureHost.mjs';
import { Failure } from '../command/failure.mjs';
import { openGate } from './gate.mjs';
import { N8nProcess } from './n8nProcess.mjs';
import { N8nRest, OWNER } from './n8nRest.mjs';
import { installPackage, packPackage } from './packPackage.mjs';
import { root } from '../command/paths.mjs';
import { freePort } from './ports.mjs';
import { playsOf } from './plays.mjs';
import { prepareWorkflows } from './prepareWorkflows.mjs';
import { runCommand } from '../command/runCommand.mjs';
import { step } from '../command/say.mjs';
import { startSandbox } from './startSandbox.mjs';
import { waitUntil } from '../command/waitUntil.mjs';

/** Braze's half hour of repeats takes three minutes here: longer than n8n's restart on a busy machine, and its first repeats come soon enough to wait for. */
const WAIT_FACTOR = 0.1;

export async function buildPackage() {
	await step('Building the package', async () => {
		const { code, output } = await runCommand('npm', ['run', 'build', '--silent'], { cwd: root });
		if (/\bENOSPC\b/.test(output)) throw new Failure('The package cannot be built: the disk is full', 'Free some space and run the same command again.');
		if (code !== 0) throw new Failure(`The package cannot be built:\n${output.trim().split('\n').slice(0, 15).join('\n')}`, 'npm run build shows it alone.');
	});
}

async function prepareUserFolder({ n8n, userFolder, sandbox, webhookSecret }) {
	await installPackage(await packPackage(), userFolder);
	const credentials = demoCredentials(sandbox.ready.vendors, webhookSecret);
	const credentialsFile = join(userFolder, 'credentials.json');
	writeFileSync(credentialsFile, JSON.stringify(credentials), { mode: 0o600 });
	const workflowsFolder = join(userFolder, 'workflows');
	const workflows = prepareWorkflows(workflowsFolder);
	await n8n.cli(['import:credentials', `--input=${credentialsFile}`], new RegExp(`Successfully imported ${credentials.length} `));
	rmSync(credentialsFile);
	await n8n.cli(['import:workflow', '--separate', `--input=${workflowsFolder}`], new RegExp(`Successfully imported ${workflows.length} `));
	return workflows;
}

/** Below n8n's `/webhook/`: the URL that a marketer pastes into Braze for this integration. n8n shows it on the trigger. */
const brazeWebhookPath = (workflows, integration) => {
	const trigger = workflows
		.filter((workflow) => workflow.integration === integration)
		.flatMap(({ nodes }) => nodes)
		.find(({ type }) => type.endsWith('.brazeTrigger'));
	return `${trigger.webhookId}/webhook`;
};

/** Below n8n's `/webhook/`: where the first trigger of this type in this file listens. */
function webhookPath(workflows, file, type) {
	const trigger = workflows.find((workflow) => workflow.file === file)?.nodes.find((node) => node.type.endsWith(`.${type}`));
	if (trigger?.webhookId === undefined) throw new Failure(`${file} has no node of the type ${type} with a webhook`, 'Name a workflow file and the type of its trigger.');
	return `${trigger.webhookId}/webhook`;
}

/** n8n refuses to publish a workflow before those that it calls: they go first. */
function calledFirst(workflows) {
	const ordered = new Set();
	const place = (workflow) => {
		if (workflow === undefined || ordered.has(workflow)) return;
		for (const { type, parameters } of workflow.nodes) {
			if (type === 'n8n-nodes-base.executeWorkflow') place(workflows.find(({ id }) => id === parameters.workflowId.value));
		}
		ordered.add(workflow);
	};
	workflows.forEach(place);
	return [...ordered];
}

/**
 * Everything at once, as a user would set it up: the sandbox, a real n8n with the packed package, credentials, the workflows
 * published, and Braze connected. The package must be built.
 * @param {{ port?: number, sandboxPort?: number, userFolder?: string, env?: Record<string, string>, waitFactor?: number }} [options] ports: free ones when absent;
 *   `userFolder`: emptied first; a temporary one when absent
 */
export async function openWorld({ port, sandboxPort = 0, userFolder, env, waitFactor = WAIT_FACTOR } = {}) {
	const host = await ensureHost();
	if (userFolder) rmSync(userFolder, { recursive: true, force: true });
	const folder = userFolder ?? mkdtempSync(join(tmpdir(), 'n8n-customer-messaging-'));
	mkdirSync(folder, { recursive: true });
	const webhookSecret = newWebhookSecret();
	const sandbox = await step('Starting the sandbox', () => startSandbox({ port: sandboxPort, args: ['--wait-factor', String(waitFactor)] }));
	const control = new ControlClient(sandbox.ready.control);
	const n8n = new N8nProcess({ host, userFolder: folder, port: port ?? (await freePort()), brokerPort: await freePort(), env });
	const workflows = await step(`Installing the package into n8n ${host.version}, importing credentials and workflows`, () =>
		prepareUserFolder({ n8n, userFolder: folder, sandbox, webhookSecret }),
	);
	const rest = new N8nRest(n8n.url, host);
	const smsPath = brazeWebhookPath(workflows, 'braze-zendesk-sms');
	const gate = await openGate({ port: await freePort(), target: n8n.url });
	const hooks = `${gate.url}/webhook/${smsPath}`;
	await step('Starting n8n', async () => {
		await n8n.start();
		await rest.enter();
	});
	await step(`Publishing ${workflows.length} workflows and connecting Braze`, async () => {
		for (const { id } of calledFirst(workflows)) await rest.activate(id);
		await waitUntil(() => n8n.webhookActive(smsPath), { what: 'the Braze webhook to be active', timeoutMs: 60_000 });
		await control.connectBraze({ webhookUrl: hooks, webhookSecret });
	});
	const webhookOf = (file, type) => `${gate.url}/webhook/${webhookPath(workflows, file, type)}`;
	await control.call('POST', '/page/n8n', { url: n8n.url, login: { email: OWNER.email, password: OWNER.password }, plays: playsOf({ workflows, webhookOf, n8nUrl: n8n.url, webhookSecret }) });
	return {
		host,
		sandbox,
		control,
		n8n,
		rest,
		workflows,
		webhookSecret,
		/** Through the proxy, as a marketer would paste it. */
		brazeWebhookUrl: hooks,
		/** Below n8n's `/webhook/`. */
		brazeWebhookPath: smsPath,
		/** Through the proxy as well: where campaigns of this integration post to. */
		brazeWebhookOf: (integration) => `${gate.url}/webhook/${brazeWebhookPath(workflows, integration)}`,
		/** Through the proxy as well: the production URL of a trigger, `webhookOf('1-single.json', 'cleverTapTrigger')`. */
		webhookOf,
		/** @param {{ keep?: boolean }} [options] `keep`: leave the n8n folder for a look at its log */
		async close({ keep = false } = {}) {
			await n8n.stop();
			await gate.close();
			await sandbox.stop();
			if (!userFolder && !keep) rmSync(folder, { recursive: true, force: true });
		},
	};
}
