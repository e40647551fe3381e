import type { IDataObject } from 'n8n-workflow';
import { objectBody, type Answer } from '../../../shared/transport/call';

/** Braze counts per call and does not say whom it counted, nor whether unknown users are in it: so the two numbers stand on each item of the call. */
export function processedOf(answer: Answer, name: string, sent: number): IDataObject {
	const processed = objectBody(answer)[name];
	return typeof processed === 'number' ? { inCall: { sent, processed } } : {};
}
