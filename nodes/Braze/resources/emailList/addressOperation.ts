import type { IDataObject } from 'n8n-workflow';
import { batchOperation, success, type Operation } from '../../../shared/operation';
import { emailField, MOST_OF_A_CALL } from '../../addressFields';
import { inOneArray, outcomesOf } from '../../minorErrors';

interface AddressAct {
	name: string;
	action: string;
	description: string;
	documentation: string;
	/** `POST /email/…`: takes addresses and does one thing to each. */
	endpoint: `POST /${string}`;
	dangerous?: 'deletes';
	/** What an item says afterwards, beside its address. */
	done: IDataObject;
}

/** An act on addresses, up to 50 a call; doing it again changes nothing. */
export function addressOperation({ endpoint, done, ...about }: AddressAct): Operation {
	return batchOperation({
		...about,
		calls: [endpoint],
		fields: { email: emailField },
		retry: 'safe',
		batch: { size: MOST_OF_A_CALL },
		request: (inputs) => ({ method: 'POST', path: endpoint.replace('POST ', ''), body: { email: inputs.map(({ email }) => email) } }),
		outcomes: (answer, inputs) => outcomesOf(answer, inputs.length, inOneArray(inputs.length, 'email'), (index) => success({ email: inputs[index].email, ...done })),
	});
}
