import type { IDataObject } from 'n8n-workflow';
import { failed, success, type Outcome } from '../../shared/operation';
import { guard } from '../../shared/operation/guard';
import type { Call } from '../../shared/transport/call';
import type { Door } from '../../shared/transport/door';
import { outcomesOf, type Row } from './unprocessed';

/** One item's record, ready to go. */
export interface Uploaded {
	record: Row;
	/** Whether CleverTap ends up with the same when it comes twice. */
	mayBeRepeated: boolean;
	told: IDataObject;
}

const callOf = (all: Uploaded[], dryRun: boolean): Call => ({
	method: 'POST',
	path: '/1/upload',
	query: dryRun ? { dryRun: 1 } : undefined,
	headers: { 'content-type': 'application/json; charset=utf-8' },
	body: { d: all.map(({ record }) => record) },
});

/**
 * One outcome for each record, in their order. CleverTap knows no key against repeats, and does not say that it drops equal events: a call with an event or a
 * counter in it is never sent a second time unless CleverTap surely did nothing.
 */
export async function uploadRecords(all: Uploaded[], dryRun: boolean, door: Door): Promise<Outcome[]> {
	const retry = dryRun || all.every(({ mayBeRepeated }) => mayBeRepeated) ? 'safe' : 'onlyIfNothingHappened';
	const result = await door.attempt(callOf(all, dryRun), retry);
	if (!result.ok) return all.map(() => failed(result.failure));
	const { answer } = result;
	const good = (place: number): Outcome => success({ ...all[place].told, ...(dryRun ? { dryRun: true, valid: true } : { processed: true }) });
	return await guard(
		async () => outcomesOf(answer, all.map(({ record }) => record), good),
		() => ({ vendor: door.vendorName, retry, status: answer.status }),
		(failure) => all.map(() => failure),
	);
}
