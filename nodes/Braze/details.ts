import type { IDataObject } from 'n8n-workflow';
import type { Answer } from '../shared/transport/call';
import { taken } from './minorErrors';

/** What a read of one thing says, without Braze's "success". An answer without that word is not Braze's. */
export function detailsOf(answer: Answer): IDataObject {
	const told: Record<string, unknown> = taken.parse(answer.body);
	return Object.fromEntries(Object.entries(told).filter(([name]) => name !== 'message')) as IDataObject;
}
