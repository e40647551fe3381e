/* n8n's own engine around a list of nodes in a row, without its server: what a production execution does between trigger and last node. */
const { join } = require('node:path');

/** @param {Array<{ type: object, version?: number, parameters: object, credential?: [string, object] }>} chain run one after the other on `items` */
exports.engineRun = function engineRun({ fromHost, packageFolder, chain, items }) {
	const { WorkflowExecute, ExecutionLifecycleHooks } = fromHost('n8n-core');
	const { Workflow, NodeHelpers, ICredentials, ICredentialsHelper, createRunExecutionData } = fromHost('n8n-workflow');

	const start = { name: 'Start', type: 'start', typeVersion: 1, id: 'start', position: [0, 0], parameters: {} };
	const startType = {
		description: { displayName: 'Start', name: 'start', group: ['trigger'], version: 1, description: '', defaults: {}, inputs: [], outputs: ['main'], properties: [] },
		async execute() {
			return [this.getInputData()];
		},
	};
	const nodes = chain.map(({ version = 1, parameters, credential }, at) => ({
		name: `Node ${at}`,
		id: `node-${at}`,
		type: `type-${at}`,
		typeVersion: version,
		position: [200 * (at + 1), 0],
		parameters,
		credentials: credential ? { [credential[0]]: { id: 'c', name: 'c' } } : undefined,
	}));
	const types = Object.fromEntries([['start', startType], ...chain.map(({ type }, at) => [`type-${at}`, type])]);
	const nodeTypes = {
		getByName: (name) => types[name],
		getByNameAndVersion: (name, version) => NodeHelpers.getVersionedNodeType(types[name], version),
		getKnownTypes: () => ({}),
	};
	const link = (to) => ({ main: [[{ node: to, type: 'main', index: 0 }]] });
	const connections = Object.fromEntries(nodes.map((node, at) => [at === 0 ? 'Start' : `Node ${at - 1}`, link(node.name)]));
	const workflow = new Workflow({ id: 'bench', name: 'Bench', nodes: [start, ...nodes], connections, active: false, nodeTypes, staticData: {} });

	const data = Object.fromEntries(chain.flatMap(({ credential }) => (credential ? [credential] : [])));
	class Stored extends ICredentials {
		async getData() {
			return data[this.type];
		}
	}
	class Helper extends ICredentialsHelper {
		getParentTypes = () => [];
		isCredentialUsableByNode = () => true;
		getCredentialsProperties = () => [];
		getDecrypted = async (_additional, _details, type) => data[type];
		getCredentials = async (details, type) => new Stored(details, type);
		preAuthentication = async () => undefined;
		runPreAuthentication = async () => undefined;
		authenticate = async (credentials, type, request) => {
			const file = `${type[0].toUpperCase()}${type.slice(1)}`;
			const credentialType = new (require(join(packageFolder, 'dist', 'credentials', `${file}.credentials.js`))[file])();
			if (typeof credentialType.authenticate === 'function') return credentialType.authenticate(credentials, request);
			const fill = (values = {}) =>
				Object.fromEntries(Object.entries(values).map(([name, text]) => [name, workflow.expression.getSimpleParameterValue(start, String(text), 'internal', { $credentials: credentials })]));
			const { headers, qs } = credentialType.authenticate.properties;
			return { ...request, headers: { ...request.headers, ...fill(headers) }, qs: { ...request.qs, ...fill(qs) } };
		};
	}
	const described = { id: 'bench', name: 'Bench', active: false, isArchived: false, createdAt: new Date(), updatedAt: new Date(), nodes: [start, ...nodes], connections, activeVersionId: null };
	const additionalData = {
		credentialsHelper: new Helper(),
		hooks: new ExecutionLifecycleHooks('trigger', 'bench', described),
		executionId: 'bench',
		currentNodeExecutionIndex: 0,
		variables: {},
		setExecutionStatus: () => undefined,
		logAiEvent: () => undefined,
		...Object.fromEntries(['restApiUrl', 'instanceBaseUrl', 'webhookBaseUrl', 'webhookTestBaseUrl', 'webhookWaitingBaseUrl', 'formBaseUrl', 'formTestBaseUrl', 'formWaitingBaseUrl'].map((name) => [name, 'http://127.0.0.1/'])),
	};
	const input = items.map((json, item) => ({ json, pairedItem: { item } }));
	const execution = createRunExecutionData({ executionData: { nodeExecutionStack: [{ node: start, data: { main: [input] }, source: null }] } });

	return async () => {
		const run = await new WorkflowExecute(additionalData, 'trigger', execution).processRunExecutionData(workflow);
		const { error, runData, lastNodeExecuted } = run.data.resultData;
		if (error) throw error;
		const out = (runData[lastNodeExecuted].at(-1).data?.main ?? []).flat();
		return { items: out.length, failed: out.filter(({ json }) => json.error !== undefined).length };
	};
};
