import type { IDataObject } from 'n8n-workflow';
import { success, type Outcome } from '../../shared/operation';
import type { Answer } from '../../shared/transport/call';
import { resultOf } from '../query/reportOperation';

/** What a send is answered with is documented nowhere: that CleverTap took it is all that is known, and its answer rides along. Nobody is told who was not reached. */
export function acceptedOf(answer: Answer, told: IDataObject[]): Outcome[] {
	const said = resultOf(answer);
	return told.map((one) => success({ ...one, accepted: true, answer: said }));
}
