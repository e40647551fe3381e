import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { isPassing } from '../transport/failure';
import type { Outcome } from './outcome';

/**
 * n8n's "Retry On Fail" runs the whole node again with the same array of items. What has succeeded (or may have) must not be sent again,
 * so its outcome is kept for as long as that array lives, and only items that failed for a passing reason are tried anew.
 */
const kept = new WeakMap<INodeExecutionData[], Map<string, Map<number, Outcome>>>();

const isFinal = (outcome: Outcome): boolean => outcome.ok || !isPassing(outcome.failure);

/** The outcomes of this very run of this node that an earlier try settled, by item index; it may be written to. Undefined where n8n makes one try only. */
export function settledBefore(context: IExecuteFunctions, items: INodeExecutionData[]): Map<number, Outcome> | undefined {
	if (context.getNode().retryOnFail !== true) return undefined;
	const run = `${context.getNode().id} ${context.getWorkflowDataProxy(0).$runIndex}`;
	const runs = kept.get(items) ?? new Map<string, Map<number, Outcome>>();
	const settled = runs.get(run) ?? new Map<number, Outcome>();
	kept.set(items, runs.set(run, settled));
	return settled;
}

export function keepSettled(settled: Map<number, Outcome> | undefined, index: number, outcome: Outcome): void {
	if (settled !== undefined && isFinal(outcome)) settled.set(index, outcome);
}
