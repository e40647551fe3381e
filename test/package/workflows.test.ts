import { NodeHelpers, type INodeParameters, type INodeProperties, type INodeType } from 'n8n-workflow';
import { credentials, nodes, packageJson } from './packageJson';
import { workflows, type WorkflowNode } from './workflows';

const OWN = `${packageJson.name}.`;
const types = new Map(nodes.map(({ node }): [string, INodeType] => [`${OWN}${node.description.name}`, node]));
const ownNodes = workflows.flatMap(({ file, nodes: all }) => all.filter(({ type }) => types.has(type)).map((node) => ({ file, where: `${file} › ${node.name}`, node })));

const duplicates = (values: string[]): string[] => values.filter((value, index) => values.indexOf(value) !== index);
const expressionsIn = (value: unknown): string[] =>
	typeof value === 'string' ? (value.startsWith('=') ? [value] : []) : typeof value === 'object' && value !== null ? Object.values(value).flatMap(expressionsIn) : [];

it('there are workflows to look at, with our nodes in them', () => {
	expect(workflows.length).toBeGreaterThanOrEqual(3);
	expect(ownNodes.length).toBeGreaterThan(8);
});

describe.each(workflows)('$file', ({ nodes: all, connections, settings }) => {
	const names = new Set(all.map(({ name }) => name));
	const byName = new Map(all.map((node) => [node.name, node]));

	it('uses types that its reader has: ours, or n8n\'s own', () => {
		for (const { type } of all) expect(types.has(type) || /^(n8n-nodes-base|@n8n\/n8n-nodes-langchain)\.\w+$/.test(type) ? '' : type).toBe('');
	});

	it('uses versions of our nodes that exist', () => {
		for (const { type, typeVersion } of all) if (types.has(type)) expect([types.get(type)?.description.version].flat()).toContain(typeVersion);
	});

	it('connects nodes that exist, at outputs that they have', () => {
		for (const [from, { main }] of Object.entries(connections)) {
			const node = byName.get(from);
			expect([from, node === undefined]).toEqual([from, false]);
			for (const to of main.flat()) expect([to.node, names.has(to.node)]).toEqual([to.node, true]);
			const own = node && types.get(node.type);
			if (own && node) {
				const outputs = Array.isArray(own.description.outputs) ? own.description.outputs.length : 1;
				expect(main.length).toBeLessThanOrEqual(outputs + (node.onError === 'continueErrorOutput' ? 1 : 0));
			}
		}
	});

	it('leaves no node that nothing leads to, but triggers and notes', () => {
		const reached = new Set(Object.values(connections).flatMap(({ main }) => main.flat().map(({ node }) => node)));
		const lost = all.filter(({ name, type }) => !reached.has(name) && !/trigger$|stickyNote$/i.test(type));
		expect(lost.map(({ name }) => name)).toEqual([]);
	});

	it('speaks in its expressions only of nodes that exist', () => {
		const spoken = all.flatMap(({ parameters }) => expressionsIn(parameters)).flatMap((text) => [...text.matchAll(/\$\(\s*(['"])(.*?)\1\s*\)/g)].map(([, , name]) => name));
		for (const name of spoken) expect([name, names.has(name)]).toEqual([name, true]);
	});

	it('has nodes of different names and ids', () => {
		expect(duplicates(all.map(({ name }) => name))).toEqual([]);
		expect(duplicates(all.map(({ id }) => id))).toEqual([]);
	});

	it('names an error workflow that is shipped, too', () => {
		if (settings.errorWorkflow !== undefined) expect(workflows.map(({ id }) => id)).toContain(settings.errorWorkflow);
	});

	it('lets no failure end in silence: each of our nodes that can fail has its error output wired, and so has each trigger', () => {
		const unwired = all.filter((node) => {
			const own = types.get(node.type);
			if (own === undefined) return false;
			const outputs = Array.isArray(own.description.outputs) ? own.description.outputs.length : 1;
			// With continueRegularOutput there is no error output: the failure goes on as data, so what follows must be there to read it.
			const last = own.description.group.includes('trigger') || node.onError === 'continueRegularOutput' ? outputs - 1 : outputs;
			return (connections[node.name]?.main[last] ?? []).length === 0;
		});
		expect(unwired.map(({ name }) => name)).toEqual([]);
	});
});

describe('all workflows together', () => {
	it('have ids of their own, and node ids that no other has', () => {
		expect(duplicates(workflows.map(({ id }) => id))).toEqual([]);
		expect(duplicates(workflows.flatMap(({ nodes: all }) => all.map(({ id }) => id)))).toEqual([]);
	});

	it('have webhook ids that no other has, on every trigger that needs one', () => {
		expect(duplicates(workflows.flatMap(({ nodes: all }) => all.flatMap(({ webhookId }) => webhookId ?? [])))).toEqual([]);
		for (const { node } of ownNodes) if (types.get(node.type)?.description.webhooks) expect(node.webhookId).toMatch(/^[0-9a-f-]{36}$/);
	});
});

function filledIn(node: WorkflowNode, type: INodeType): INodeParameters {
	return NodeHelpers.getNodeParameters(type.description.properties, node.parameters as INodeParameters, true, false, { typeVersion: node.typeVersion }, type.description) ?? {};
}

/** A node may sign in in several ways, or speak to several hosts: what its form asks for as it is filled in. */
const askedCredentials = (node: WorkflowNode, type: INodeType) =>
	(type.description.credentials ?? []).filter((credential) => NodeHelpers.displayParameter(filledIn(node, type), credential, { typeVersion: node.typeVersion }, type.description));

/** The fields that the form shows for this node, by name. */
function shownFields(node: WorkflowNode, type: INodeType): Map<string, INodeProperties> {
	const full = filledIn(node, type);
	const shown = type.description.properties.filter((property) => NodeHelpers.displayParameter(full, property, { typeVersion: node.typeVersion }, type.description));
	return new Map(shown.map((property) => [property.name, property]));
}

const optionsOf = (property: INodeProperties) => (property.options ?? []).flatMap((option) => ('value' in option ? [option.value] : []));
const fieldsOf = (property: INodeProperties) => new Map((property.options ?? []).flatMap((option): Array<[string, INodeProperties]> => ('type' in option && 'displayName' in option ? [[option.name, option]] : [])));

describe.each(ownNodes)('$where', ({ node }) => {
	const type = types.get(node.type);

	it('has the credential that the node asks for, and no other', () => {
		const asked = type ? askedCredentials(node, type) : [];
		const given = Object.keys(node.credentials ?? {});
		expect(asked.map(({ name }) => name)).toEqual(expect.arrayContaining(given));
		expect(given).toEqual(expect.arrayContaining(asked.filter(({ required }) => required).map(({ name }) => name)));
		expect(credentials.map(({ name }) => name)).toEqual(expect.arrayContaining(given));
	});

	it('fills in fields that the node has, with values that it knows', () => {
		const shown = type ? shownFields(node, type) : new Map<string, INodeProperties>();
		for (const [name, value] of Object.entries(node.parameters)) {
			const property = shown.get(name);
			expect([name, property === undefined]).toEqual([name, false]);
			if (property === undefined) continue;
			if (property.type === 'options' && !String(value).startsWith('=')) expect(optionsOf(property)).toContain(value);
			if (property.type === 'multiOptions' && !String(value).startsWith('=')) for (const one of [value].flat()) expect(optionsOf(property)).toContain(one);
			if (property.type === 'collection') for (const added of Object.keys(value as object)) expect([...fieldsOf(property).keys()]).toContain(added);
			if (property.noDataExpression) expect(String(value)).not.toMatch(/^=/);
		}
	});

	it('fills in every field that is required, but for what each account must choose', () => {
		const shown = type ? shownFields(node, type) : new Map<string, INodeProperties>();
		for (const [name, { required, default: initial, type: kind }] of shown) {
			if (required && kind !== 'resourceLocator') expect([name, node.parameters[name] ?? initial]).not.toEqual([name, '']);
		}
	});
});
