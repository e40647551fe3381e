import type { IWebhookFunctions } from 'n8n-workflow';
import type { Bad } from './readStatuses';
import type { Shape } from './trust';

/** CleverTap's code of a record with an invalid structure. */
const INVALID_STRUCTURE = 512;

/** Says what Braze or CleverTap would say, at once: how Sendbird repeats is documented nowhere. */
export function answerTaken(context: IWebhookFunctions, shape: Shape, processed: number, bad: Bad[]): void {
	const response = context.getResponseObject();
	if (shape === 'braze') {
		const errors = bad.length === 0 ? undefined : bad.map(({ why, index }) => ({ type: why, input_array: 'events', index }));
		response.status(201).json({ message: 'success', events_processed: processed, errors });
		return;
	}
	const unprocessed = bad.map(({ why, record }) => ({ status: 'fail', code: INVALID_STRUCTURE, error: why, record }));
	response.status(200).json({ status: bad.length === 0 ? 'success' : processed === 0 ? 'fail' : 'partial', processed, unprocessed });
}

/** A body that holds nothing to take, in the vendor's shape. */
export function answerUnreadable(context: IWebhookFunctions, shape: Shape, why: string): void {
	const response = context.getResponseObject().status(400);
	response.json(shape === 'braze' ? { message: why } : { status: 'fail', error: why, code: 400 });
}
