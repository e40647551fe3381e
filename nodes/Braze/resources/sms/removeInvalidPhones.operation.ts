import { batchOperation, success } from '../../../shared/operation';
import { MOST_OF_A_CALL, phoneField } from '../../addressFields';
import { inOneArray, outcomesOf } from '../../minorErrors';

export const removeInvalidPhones = batchOperation({
	name: 'Remove Invalid Phones',
	action: 'Remove numbers from the invalid phone list',
	description: 'Take phone numbers off the list of invalid ones, up to 50 a call, so that they can be sent to again',
	documentation: 'https://www.braze.com/docs/api/endpoints/sms/post_remove_invalid_numbers/',
	calls: ['POST /sms/invalid_phone_numbers/remove'],
	fields: { phone: phoneField },
	retry: 'safe',
	batch: { size: MOST_OF_A_CALL },
	request: (inputs) => ({ method: 'POST', path: '/sms/invalid_phone_numbers/remove', body: { phone_numbers: inputs.map(({ phone }) => phone) } }),
	outcomes: (answer, inputs) => outcomesOf(answer, inputs.length, inOneArray(inputs.length, 'phone_numbers'), (index) => success({ phone: inputs[index].phone, removedFromInvalidPhones: true })),
});
