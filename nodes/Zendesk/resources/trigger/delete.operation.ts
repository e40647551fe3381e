import { callOperation } from '../../../shared/operation';
import { path } from '../../../shared/transport/call';
import { triggerIdField } from './triggerFields';

export const deleteTrigger = callOperation({
	name: 'Delete',
	action: 'Delete a trigger',
	description: 'Remove a ticket trigger for good; Update can switch it off instead',
	documentation: 'https://developer.zendesk.com/api-reference/ticketing/business-rules/triggers/#delete-ticket-trigger',
	calls: ['DELETE /api/v2/triggers/{trigger_id}'],
	dangerous: 'deletes',
	fields: { triggerId: triggerIdField },
	retry: 'safe',
	request: ({ triggerId }) => ({ method: 'DELETE', path: path`/api/v2/triggers/${triggerId}` }),
	outcome: (_, { triggerId }) => ({ id: triggerId, deleted: true }),
});
