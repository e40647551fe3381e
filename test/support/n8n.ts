import './quiet';
import { ExecutionLifecycleHooks, HookContext, LoadOptionsContext } from 'n8n-core';
import {
	NodeConnectionTypes,
	NodeHelpers,
	Workflow,
	type IConnections,
	type IDataObject,
	type IExecuteFunctions,
	type INode,
	type INodeExecutionData,
	type INodeParameters,
	type INodeType,
	type INodeTypes,
	type IWebhookData,
	type IWorkflowBase,
	type IWorkflowExecuteAdditionalData,
} from 'n8n-workflow';
import { CredentialStore, type CredentialData } from './credentialStore';

const PACKAGE = 'n8n-nodes-customer-messaging';

export const START = 'Start';

/** Hands its items on. */
const startNode: INodeType = {
	description: {
		displayName: START,
		name: 'start',
		group: ['trigger'],
		version: 1,
		description: '',
		defaults: { name: START },
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		properties: [],
	},
	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return [this.getInputData()];
	},
};

export interface NodeSetup {
	nodeType: INodeType;
	parameters: INodeParameters;
	credentials: CredentialData;
	/** Static data of the node, as n8n kept it. */
	staticData?: IDataObject;
	settings?: Partial<Pick<INode, 'onError' | 'retryOnFail' | 'maxTries' | 'waitBetweenTries' | 'webhookId'>>;
}

/** A workflow of two nodes, Start and the one under test, with all that n8n's engine asks of its server. */
export function setUp({ nodeType, parameters, credentials, staticData, settings }: NodeSetup) {
	const { name, version, credentials: asked = [] } = nodeType.description;
	const type = `${PACKAGE}.${name}`;
	const node: INode = {
		id: 'node-under-test',
		name: 'Node',
		type,
		typeVersion: [version].flat()[0],
		position: [200, 0],
		parameters,
		// One that may be left out is chosen where the test gives it.
		credentials: Object.fromEntries(asked.filter(({ name: type, required }) => required !== false || type in credentials).map((entry) => [entry.name, { id: `id-of-${entry.name}`, name: entry.name }])),
		...settings,
	};
	const start: INode = { id: 'start', name: START, type: 'test.start', typeVersion: 1, position: [0, 0], parameters: {} };
	const connections: IConnections = { [START]: { main: [[{ node: node.name, type: NodeConnectionTypes.Main, index: 0 }]] } };
	const known: Record<string, INodeType> = { [type]: nodeType, 'test.start': startNode };
	const nodeTypes: INodeTypes = {
		getByName: (wanted) => known[wanted],
		getByNameAndVersion: (wanted, wantedVersion) => NodeHelpers.getVersionedNodeType(known[wanted], wantedVersion),
		getKnownTypes: () => ({}),
	};
	const now = new Date();
	const workflowData: IWorkflowBase = { id: 'wf1', name: 'Test', active: false, isArchived: false, createdAt: now, updatedAt: now, nodes: [start, node], connections, activeVersionId: null };
	const workflow = new Workflow({
		id: 'wf1',
		name: 'Test',
		nodes: workflowData.nodes,
		connections,
		active: false,
		nodeTypes,
		staticData: staticData === undefined ? {} : { [`node:${node.name}`]: staticData },
	});
	const credentialsHelper = new CredentialStore(credentials);
	credentialsHelper.workflow = workflow;
	const base = 'http://n8n.test';
	// Only what these nodes use; the rest of the server is not there.
	const additionalData = {
		credentialsHelper,
		hooks: new ExecutionLifecycleHooks('manual', 'execution-7', workflowData),
		executionId: 'execution-7',
		currentNodeExecutionIndex: 0,
		variables: {},
		setExecutionStatus: () => undefined,
		logAiEvent: () => undefined,
		restApiUrl: `${base}/rest`,
		instanceBaseUrl: `${base}/`,
		webhookBaseUrl: `${base}/webhook`,
		webhookTestBaseUrl: `${base}/webhook-test`,
		webhookWaitingBaseUrl: `${base}/webhook-waiting`,
		formBaseUrl: `${base}/form`,
		formTestBaseUrl: `${base}/form-test`,
		formWaitingBaseUrl: `${base}/form-waiting`,
	} as unknown as IWorkflowExecuteAdditionalData;
	return { workflow, node, start, additionalData };
}

/** What n8n hands to `webhookMethods` when a workflow is published or taken back, or, as a test run, when the editor listens for an event. */
export function hookContext(setup: NodeSetup, testRun = false) {
	const { workflow, node, additionalData } = setUp(setup);
	const [description] = setup.nodeType.description.webhooks ?? [];
	const webhook: IWebhookData | undefined = description && { httpMethod: 'POST', node: node.name, path: 'webhook', webhookDescription: description, workflowId: 'wf1', workflowExecuteAdditionalData: additionalData, isTest: testRun };
	return { context: new HookContext(workflow, node, additionalData, testRun ? 'manual' : 'trigger', testRun ? 'manual' : 'activate', webhook), staticData: (): IDataObject => workflow.getStaticData('node', node) };
}

/** What n8n hands to `listSearch` while the form is open. */
export function formContext(setup: NodeSetup): LoadOptionsContext {
	const { workflow, node, additionalData } = setUp(setup);
	return new LoadOptionsContext(workflow, node, { ...additionalData, currentNodeParameters: setup.parameters }, '');
}
