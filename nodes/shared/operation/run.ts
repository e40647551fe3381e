import { NodeOperationError, type IExecuteFunctions, type INodeExecutionData } from 'n8n-workflow';
import { z } from '../schema';
import { closedDoor } from '../transport/closedDoor';
import { openDoor, type Door, type DoorSettings } from '../transport/door';
import { optionalCredential } from '../transport/optionalCredential';
import { plainHttp } from '../transport/plainHttp';
import { credentialOf, type Vendor } from '../transport/vendor';
import { keepSettled, settledBefore } from './alreadyDone';
import type { Entry, Operation, Resources } from './operation';
import { stopError, toItems, type Outcome } from './outcome';
import { rawReader } from './rawReader';

const connectionSchema = z.object({ timeout: z.coerce.number().optional(), longestWait: z.coerce.number().default(60) });

function doorSettings(context: IExecuteFunctions): DoorSettings {
	const parsed = connectionSchema.safeParse(context.getNodeParameter('connection', 0, {}));
	if (!parsed.success) {
		const name = parsed.error.issues[0].path[0] === 'timeout' ? 'Answer Timeout' : 'Longest Wait';
		throw new NodeOperationError(context.getNode(), `${name} must be a number of seconds`, { description: 'Correct it in the Connection Options, or take the option away.' });
	}
	const { timeout, longestWait } = parsed.data;
	return { longestWaitMs: longestWait * 1000, timeoutMs: timeout === undefined ? undefined : timeout * 1000 };
}

async function doorFor(context: IExecuteFunctions, vendor: Vendor): Promise<Door> {
	const node = context.getNode();
	const isChosen = node.credentials?.[credentialOf(vendor, node)] !== undefined;
	if (vendor.credentialIsOptional && !isChosen) {
		return closedDoor(vendor, { plain: plainHttp(context), optionalCredential: optionalCredential(context) });
	}
	return await openDoor(context, vendor, doorSettings(context));
}

interface Chosen {
	operation: Operation;
	/** Of the resource, where it has one of its own. */
	vendor?: Vendor;
}

function chosen(context: IExecuteFunctions, resources: Resources): Chosen {
	const resource = String(context.getNodeParameter('resource', 0));
	const name = String(context.getNodeParameter('operation', 0));
	const operation = resources[resource]?.operations[name];
	if (operation === undefined) {
		throw new NodeOperationError(context.getNode(), `This node has no operation "${name}" for "${resource}"`, {
			description: 'Choose one from the list; for any other endpoint use the HTTP Request node with the same credential.',
		});
	}
	const { dangerous } = operation.about;
	if (dangerous && context.isToolExecution() && context.getNodeParameter('allowAsTool', 0, false) !== true) {
		throw new NodeOperationError(context.getNode(), `"${operation.about.action}" is not allowed for an AI agent: it ${dangerous}`, {
			description: 'Switch on "Allow as AI Tool" in this node if the agent may really do that.',
		});
	}
	return { operation, vendor: resources[resource].vendor };
}

/** Runs the operation that a node's form names over all its items: the whole of a node's `execute`. */
export async function run(context: IExecuteFunctions, nodesVendor: Vendor, resources: Resources): Promise<INodeExecutionData[][]> {
	const items = context.getInputData();
	const { operation, vendor = nodesVendor } = chosen(context, resources);
	const readRaw = rawReader(context, operation, items, vendor.name);
	const door = await doorFor(context, vendor);
	const settled = settledBefore(context, items);
	const outcomes = items.map((_, index) => settled?.get(index));
	const entries: Entry[] = [];
	for (const [index, outcome] of outcomes.entries()) if (outcome === undefined) entries.push({ index, read: () => readRaw(index) });
	const fresh = await operation.run(entries, door);
	for (const [at, { index }] of entries.entries()) {
		outcomes[index] = fresh[at];
		keepSettled(settled, index, fresh[at]);
	}
	return [deliver(context, outcomes)];
}

function deliver(context: IExecuteFunctions, outcomes: Array<Outcome | undefined>): INodeExecutionData[] {
	const out: INodeExecutionData[] = [];
	const bad: number[] = [];
	for (const [index, outcome] of outcomes.entries()) {
		if (outcome === undefined) continue;
		if (!outcome.ok) bad.push(index);
		for (const item of toItems(outcome, index)) out.push(item);
	}
	const count = outcomes.length;
	const first = bad.length > 0 ? outcomes[bad[0]] : undefined;
	if (first && !first.ok && !context.continueOnFail()) {
		const done = count - bad.length;
		const others = count > 1 ? `${done} of ${count} items succeeded and are not sent again by n8n's Retry On Fail.` : '';
		throw stopError(context.getNode(), first.failure, bad[0], others);
	}
	return out;
}
