import type { IDataObject } from 'n8n-workflow';
import { field, storyOperation } from '../../../shared/operation';
import { safelyUpdated } from '../../safeUpdate';
import { ticketCalls, ticketIn } from '../../ticketCalls';
import { changeExtras, changeFields, changesOf } from './ticketBody';

const fields = {
	...changeFields,
	more: field.extras({
		displayName: 'Fields to Change',
		placeholder: 'Add Field',
		fields: {
			...changeExtras,
			whenChanged: field.choice({
				displayName: 'When Somebody Else Was Faster',
				options: [
					{ name: 'Fail with a Conflict', value: 'fail', description: 'Only where an Updated Stamp is given; without one the last write counts' },
					{ name: 'Read Again and Retry', value: 'retry', description: 'The ticket is read first, and the change is sent as a safe update until it fits' },
				],
				initial: 'fail',
			}),
		},
	}),
};

/** Tags given here take the place of the ticket's: that is how Zendesk's update works. */
export const update = storyOperation({
	name: 'Update',
	action: 'Update a ticket',
	description: 'Change fields of a ticket, add a comment, or both. Tags are replaced; Add Tags and Remove Tags leave the others.',
	documentation: 'https://developer.zendesk.com/api-reference/ticketing/tickets/tickets/#update-ticket',
	calls: ['PUT /api/v2/tickets/{ticket_id}', 'GET /api/v2/tickets/{ticket_id}'],
	fields,
	retry: 'onlyIfNothingHappened',
	async story(input, door) {
		const changes = changesOf(input, input.more);
		if (input.more.whenChanged === 'retry') return (await safelyUpdated(door, input.ticketId, changes, input.more.updatedStamp)) as IDataObject;
		return ticketIn(await door.send(ticketCalls.update(input.ticketId, changes), 'onlyIfNothingHappened')) as IDataObject;
	},
});
