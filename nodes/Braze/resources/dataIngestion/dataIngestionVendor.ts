import { braze } from '../../api';
import { classify, messageOf } from '../../errorEnvelope';
import type { Answer } from '../../../shared/transport/call';
import type { Vendor } from '../../../shared/transport/vendor';

/** Braze answers 429 both for too many calls and for a sync that is running; only the text tells them apart. */
const isRunning = (answer: Answer): boolean => answer.status === 429 && /job is in progress/i.test(messageOf(answer));

/** Braze, where a running sync is no rate limit: waiting seconds for it is of no use. */
export const dataIngestionVendor: Vendor = {
	...braze,
	statusOf: (answer) => (isRunning(answer) ? 409 : answer.status),
	waitMs: (answer) => (isRunning(answer) ? undefined : braze.waitMs(answer)),
	classify: (answer, call) => {
		const failure = classify(answer, call);
		if (failure === undefined || !isRunning(answer)) return failure;
		return { ...failure, class: 'conflict', fix: 'A sync of this integration is running: nothing was started. Send this item again when Get Sync Jobs says that it has ended.' };
	},
};
