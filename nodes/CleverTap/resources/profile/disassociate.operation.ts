import { field } from '../../../shared/operation';
import { rowsOperation } from '../../upload/rowsOperation';

export const disassociate = rowsOperation({
	name: 'Disassociate',
	action: 'Disassociate phone numbers from profiles',
	description: 'Take a phone number off the profile that has it as identity, so that its new owner can have it. Only where the account uses the phone number as identity.',
	documentation: 'https://developer.clevertap.com/docs/api-overview',
	path: '/1/disassociate',
	fields: { phone: field.requiredId({ displayName: 'Phone Number', description: 'With the country code', placeholder: '+14155551234' }) },
	size: { most: 1000, usual: 1, told: 'Numbers a call; CleverTap takes 1,000' },
	dangerous: 'deletes',
	row: ({ phone }) => ({ type: 'phone', value: phone }),
	body: (rows) => ({ d: rows }),
	told: ({ phone }) => ({ phone, disassociated: true }),
});
