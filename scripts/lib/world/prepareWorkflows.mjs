import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { Failure } from '../command/failure.mjs';
import { root } from '../command/paths.mjs';

const readJson = (path) => JSON.parse(readFileSync(path, 'utf8'));

/** A resource locator that ships empty takes a plain value as its id; any other parameter takes the value as it stands. */
const filled = (shipped, value) => (shipped?.__rl && typeof value !== 'object' ? { ...shipped, mode: 'id', value } : value);

function fill(workflow, file, values) {
	for (const [nodeName, parameters] of Object.entries(values)) {
		const node = workflow.nodes.find(({ name }) => name === nodeName);
		if (node === undefined) throw new Failure(`demo.json names the node "${nodeName}", which ${file} does not have`, 'Use the name on the canvas.');
		for (const [path, value] of Object.entries(parameters)) {
			const keys = path.split('.');
			const last = keys.pop();
			let at = node.parameters;
			for (const key of keys) at = at[key] ??= {};
			at[last] = filled(at[last], value);
		}
	}
}

/** Folders of workflows/ that hold an integration. */
export const integrations = () =>
	readdirSync(join(root, 'workflows'), { withFileTypes: true })
		.filter((entry) => entry.isDirectory())
		.map(({ name }) => name);

/**
 * Copies of the shipped workflows, ready for the demo's import. The shipped files leave open what only the user's own accounts can fill
 * (campaign ids); the folder's demo.json, `{ "<file>": { "<node>": { "<parameter>": value } } }`, fills just that with the sandbox's.
 * A workflow without an id gets its file name as one. Nothing else is changed.
 * @param {string} target folder for the copies
 * @returns {Array<{ id: string, name: string, file: string, integration: string, nodes: Array<{ name: string, type: string, parameters: object, webhookId?: string }> }>}
 */
export function prepareWorkflows(target) {
	mkdirSync(target, { recursive: true });
	return integrations().flatMap((integration) => {
		const folder = join(root, 'workflows', integration);
		const demo = join(folder, 'demo.json');
		const values = existsSync(demo) ? readJson(demo) : {};
		const files = readdirSync(folder).filter((file) => file.endsWith('.json') && file !== 'demo.json');
		return files.sort().map((file) => {
			const workflow = readJson(join(folder, file));
			workflow.id ??= basename(file, '.json').slice(0, 36);
			fill(workflow, file, values[file] ?? {});
			writeFileSync(join(target, `${integration}-${file}`), JSON.stringify(workflow, null, '\t'));
			return { id: workflow.id, name: workflow.name, file, integration, nodes: workflow.nodes };
		});
	});
}
