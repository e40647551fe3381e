import { sleep } from 'n8n-workflow';
import type { Answer, Call, RetryPolicy } from '../transport/call';
import type { Door } from '../transport/door';
import { FailureError, type Failure } from '../transport/failure';
import type { Polling } from './operation';

/** The vendor took the job; what came of it is not known. A read is only late. */
const notSeen = (door: Door, ask: Call, retry: RetryPolicy, why: string): Failure => ({
	class: retry === 'safe' ? 'unavailable' : 'unknownOutcome',
	vendor: door.vendorName,
	message: `${door.vendorName} took the job but ${why}`,
	fix: retry === 'safe' ? 'Try again later; nothing was changed.' : `Look at ${ask.path} in ${door.vendorName} before you send this item again.`,
});

/** The answer that ends a job: asks for its state until it is done. Throws {@link FailureError} where the end was not seen. */
export async function finished(first: Answer, { poll, retry }: { poll?: Polling; retry: RetryPolicy }, door: Door): Promise<Answer> {
	if (poll === undefined || poll.isDone(first)) return first;
	const ask = poll.ask(first);
	for (let waited = 0; waited < poll.longestMs; waited += poll.everyMs) {
		await sleep(poll.everyMs);
		const asked = await door.attempt(ask, 'safe');
		// A failed look must not read as a failed job: n8n would start the job a second time.
		if (!asked.ok) throw new FailureError(notSeen(door, ask, retry, `its state could not be read: ${asked.failure.message}`));
		if (poll.isDone(asked.answer)) return asked.answer;
	}
	throw new FailureError(notSeen(door, ask, retry, `had not finished it after ${poll.longestMs / 1000} seconds`));
}
