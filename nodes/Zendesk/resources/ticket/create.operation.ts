import type { IDataObject } from 'n8n-workflow';
import { field, storyOperation } from '../../../shared/operation';
import { ticketCalls, ticketIn } from '../../ticketCalls';
import { newTicketExtras, newTicketFields, newTicketOf } from './ticketBody';

const fields = {
	...newTicketFields,
	more: field.extras({
		displayName: 'Additional Fields',
		placeholder: 'Add Field',
		fields: {
			...newTicketExtras,
			idempotencyKey: field.optionalId({ displayName: 'Idempotency Key', description: 'With it Zendesk makes one ticket however often this is sent within two hours, so a lost answer is no danger' }),
		},
	}),
};

export const create = storyOperation({
	name: 'Create',
	action: 'Create a ticket',
	description: 'Open a ticket for a user',
	documentation: 'https://developer.zendesk.com/api-reference/ticketing/tickets/tickets/#create-ticket',
	calls: ['POST /api/v2/tickets'],
	fields,
	retry: 'withKey',
	async story(input, door) {
		const { idempotencyKey } = input.more;
		const retry = idempotencyKey === undefined ? 'onlyIfNothingHappened' : 'withKey';
		const answer = await door.send(ticketCalls.create(newTicketOf(input, input.more), idempotencyKey), retry);
		return { ...ticketIn(answer), repeated: answer.headers['x-idempotency-lookup'] === 'hit' } as IDataObject;
	},
});
