import { field } from '../../../shared/operation';
import { rowsOperation } from '../../upload/rowsOperation';

export const subscribe = rowsOperation({
	name: 'Subscribe or Unsubscribe',
	action: 'Subscribe or unsubscribe an address',
	description: 'Opt an email address or a phone number in or out, for every profile that has it. To opt out one profile only, upload MSG-email or MSG-sms as false.',
	documentation: 'https://developer.clevertap.com/docs/api-overview',
	path: '/1/subscribe',
	fields: {
		type: field.choice({
			displayName: 'Type',
			options: [
				{ name: 'Email', value: 'email' },
				{ name: 'Phone', value: 'phone' },
				{ name: 'WhatsApp', value: 'whatsapp', description: 'In newer notes only' },
			],
			initial: 'email',
		}),
		value: field.requiredId({ displayName: 'Address or Number', placeholder: 'ada@example.com' }),
		status: field.choice({ displayName: 'Status', options: [{ name: 'Resubscribe', value: 'Resubscribe' }, { name: 'Unsubscribe', value: 'Unsubscribe' }], initial: 'Unsubscribe' }),
	},
	size: { most: 1000, usual: 1000, told: 'Addresses a call; CleverTap takes 1,000' },
	row: ({ type, value, status }) => ({ type, value, status }),
	body: (rows) => ({ d: rows }),
	told: ({ type, value, status }) => ({ type, value, status }),
});
