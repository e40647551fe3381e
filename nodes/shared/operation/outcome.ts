import { NodeOperationError, type IDataObject, type INode, type INodeExecutionData } from 'n8n-workflow';
import type { Failure } from '../transport/failure';

/** What became of one input item: the JSON of the items it turned into, or why not. */
export type Outcome = { ok: true; json: IDataObject[] } | { ok: false; failure: Failure };

export const success = (json: IDataObject | IDataObject[]): Outcome => ({ ok: true, json: Array.isArray(json) ? json : [json] });

export const failed = (failure: Failure): Outcome => ({ ok: false, failure });

/**
 * n8n sends an item to the error output when its JSON has `error` and nothing else beside it (2.x and 1.x alike), and merges the input item's JSON into it.
 * Setting `item.error` too would make n8n overwrite the JSON with the bare message, and class and fix would be lost (read in 2.41).
 */
export function toItems(outcome: Outcome, item: number): INodeExecutionData[] {
	if (!outcome.ok) return [{ json: { error: { ...outcome.failure } }, pairedItem: { item } }];
	return outcome.json.map((json) => ({ json, pairedItem: { item } }));
}

/** The error that stops a workflow, with the failure as data in its context for n8n's Error Trigger. */
export function stopError(node: INode, failure: Failure, itemIndex: number, others: string): NodeOperationError {
	const description = [failure.fix, others].filter((line) => line !== '').join('\n');
	const error = new NodeOperationError(node, failure.message, { itemIndex, description });
	// Said again: n8n's error class puts a text of its own in the place of one that holds a network code, and that text advises to send again.
	error.message = `${failure.message} [${failure.class}]`;
	error.description = description;
	error.context = { ...error.context, failure };
	return error;
}
