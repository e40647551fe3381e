import type { EventLine } from '../../pageTypes';

export interface Run {
	id: string;
	/** Ids of its calls, oldest first. */
	calls: number[];
	failed: boolean;
}

/** The calls of each n8n execution. A call that retried successfully still leaves its run marked. */
export function runsOf(lines: readonly EventLine[]): Map<string, Run> {
	const runs = new Map<string, Run>();
	for (const { id, kind, executionId, status } of lines) {
		if (kind !== 'request' || executionId === undefined) continue;
		const run = runs.get(executionId) ?? { id: executionId, calls: [], failed: false };
		run.calls.push(id);
		run.failed ||= status === 0 || (status ?? 200) >= 400;
		runs.set(executionId, run);
	}
	return runs;
}

/** The header says `none` where n8n gave no id. */
export const isRun = (executionId: string | undefined): executionId is string => executionId !== undefined && executionId !== 'none';
