import type { IDataObject } from 'n8n-workflow';
import { failed, success, type Outcome } from '../../shared/operation';
import type { Answer } from '../../shared/transport/call';
import { acceptedOf, stopped } from '../sending/accepted';
import { scheduleNote, scheduleOf } from './scheduleFields';

type When = Parameters<typeof scheduleOf>[0];

/** What Braze took: its schedule ID is needed to change or delete it. */
export function scheduledOf(answer: Answer, when: When, told: IDataObject): IDataObject {
	const warning = scheduleNote(when);
	return { ...acceptedOf(answer, told), schedule: { ...scheduleOf(when) }, ...(warning === undefined ? {} : { warning }) };
}

export function scheduledOutcome(answer: Answer, when: When, told: IDataObject): Outcome {
	const failure = stopped(answer);
	return failure === undefined ? success(scheduledOf(answer, when, told)) : failed(failure);
}
