import type { IDataObject } from 'n8n-workflow';
import { failed, success, type Outcome } from '../../shared/operation';
import { objectBody, type Answer } from '../../shared/transport/call';
import type { Failure } from '../../shared/transport/failure';
import { dispatchOf, minorFailure } from '../minorErrors';

const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

const noticeOf = (answer: Answer): string | undefined => text(objectBody(answer).notice);

/** A paused, stopped or archived Canvas is told in `notice` beside "success", and nothing is sent. */
export function stopped(answer: Answer): Failure | undefined {
	const notice = noticeOf(answer);
	if (notice === undefined || !/paused|archived|stopped|not active|inactive/i.test(notice)) return undefined;
	return {
		class: 'policy',
		vendor: 'Braze',
		status: answer.status,
		message: `Braze took the call but sends nothing: ${notice}`,
		fix: 'Resume or unarchive it in the Braze dashboard, then send this item again. Attributes in the call may have been written.',
	};
}

/** For a call that is one send: what Braze took but does not do. */
export const notSent = (answer: Answer): Failure | undefined => stopped(answer) ?? minorFailure(answer);

/** Accepted, not delivered: Braze says no more than that. */
export function acceptedOf(answer: Answer, told: IDataObject): IDataObject {
	const { send_id: sendId, schedule_id: scheduleId } = objectBody(answer);
	const ids: IDataObject = { accepted: true, dispatchId: dispatchOf(answer) };
	if (text(scheduleId) !== undefined) ids.scheduleId = String(scheduleId);
	if (text(sendId) !== undefined) ids.sendId = String(sendId);
	const notice = noticeOf(answer);
	return Object.fromEntries(Object.entries({ ...ids, ...told, notice }).filter(([, value]) => value !== undefined));
}

/** The outcome of one recipient of a call without minor errors. */
export function acceptedOutcome(answer: Answer, told: IDataObject): Outcome {
	const failure = stopped(answer);
	return failure === undefined ? success(acceptedOf(answer, told)) : failed(failure);
}
