import './quiet';
import { WorkflowExecute } from 'n8n-core';
import {
	createRunExecutionData,
	NodeConnectionTypes,
	type ExecutionError,
	type IBinaryKeyData,
	type IDataObject,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type IRun,
} from 'n8n-workflow';
import type { CredentialData } from './credentialStore';
import { setUp, type NodeSetup } from './n8n';

export interface RunSetup extends NodeSetup {
	items?: IDataObject[];
	/** Files that come with the items, item by item. */
	files?: IBinaryKeyData[];
}

export interface Ran {
	/** The node's outputs: success first, then the error output where `onError` has one. */
	main: INodeExecutionData[][];
	error: ExecutionError | undefined;
	run: IRun;
}

/** Runs one node in n8n's own engine, behind a start node that gives the items. */
export async function runNode({ items = [{}], files = [], ...setup }: RunSetup): Promise<Ran> {
	const { workflow, node, start, additionalData } = setUp(setup);
	const input = items.map((json, item): INodeExecutionData => ({ json, pairedItem: { item }, binary: files[item] }));
	const data = createRunExecutionData({
		executionData: { nodeExecutionStack: [{ node: start, data: { main: [input] }, source: null }] },
	});
	await workflow.expression.acquireIsolate();
	try {
		const run = await new WorkflowExecute(additionalData, 'manual', data).processRunExecutionData(workflow);
		const task = run.data.resultData.runData[node.name]?.at(-1);
		return { main: (task?.data?.main ?? []).map((output) => output ?? []), error: run.data.resultData.error, run };
	} finally {
		await workflow.expression.releaseIsolate();
	}
}

/** Runs `work` with the context that n8n gives to a node's `execute`. */
export async function inExecute<T>(credentials: CredentialData, work: (context: IExecuteFunctions) => Promise<T>): Promise<T> {
	let result: { value: T } | undefined;
	const nodeType: INodeType = {
		description: {
			displayName: 'Probe',
			name: 'probe',
			group: ['transform'],
			version: 1,
			description: '',
			defaults: { name: 'Probe' },
			inputs: [NodeConnectionTypes.Main],
			outputs: [NodeConnectionTypes.Main],
			credentials: Object.keys(credentials).map((name) => ({ name })),
			properties: [],
		},
		async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
			result = { value: await work(this) };
			return [[]];
		},
	};
	const { error } = await runNode({ nodeType, parameters: {}, credentials });
	if (result === undefined) throw error ?? new Error('The probe did not run');
	return result.value;
}
