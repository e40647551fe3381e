import type { IDataObject } from 'n8n-workflow';
import { callOperation, field } from '../../../shared/operation';
import { recordIn } from '../../rows';

export const create = callOperation({
	name: 'Create',
	action: 'Create a trigger category',
	description: 'Add a category for ticket triggers',
	documentation: 'https://developer.zendesk.com/api-reference/ticketing/business-rules/trigger_categories/#create-ticket-trigger-category',
	calls: ['POST /api/v2/trigger_categories'],
	fields: {
		name: field.requiredText({ displayName: 'Name' }),
		position: field.wholeNumber({ displayName: 'Position', description: 'Categories run in this order; 0 is first', initial: 0, min: 0, max: 100_000 }),
	},
	retry: 'onlyIfNothingHappened',
	request: ({ name, position }) => ({ method: 'POST', path: '/api/v2/trigger_categories', body: { trigger_category: { name, position } } }),
	outcome: (answer): IDataObject => recordIn(answer, 'trigger_category'),
});
