import type { IDataObject } from 'n8n-workflow';
import { callOperation, field } from '../../../shared/operation';
import { recordIn } from '../../rows';
import { actionsField, allField, anyField } from '../../rules/ruleFields';
import { sentRules } from '../../rules/triggerParts';
import { categoryField, positionField } from './triggerFields';

const fields = {
	title: field.requiredText({ displayName: 'Title' }),
	categoryId: categoryField,
	all: allField(),
	any: anyField(),
	actions: actionsField(),
	active: field.toggle({ displayName: 'Active', description: 'Whether it runs from now on', initial: true }),
	more: field.extras({
		displayName: 'Additional Fields',
		placeholder: 'Add Field',
		fields: { description: field.optionalText({ displayName: 'Description' }), position: positionField },
	}),
};

export const create = callOperation({
	name: 'Create',
	action: 'Create a trigger',
	description: 'Add a ticket trigger, for instance one that calls a webhook',
	documentation: 'https://developer.zendesk.com/api-reference/ticketing/business-rules/triggers/#create-ticket-trigger',
	calls: ['POST /api/v2/triggers'],
	fields,
	check: ({ all, any, actions }) => {
		if (all.length + any.length === 0) return { displayName: 'Conditions (All)', message: 'is empty, and Conditions (Any) too: the trigger would run at every change of every ticket' };
		return actions.length === 0 ? { displayName: 'Actions', message: 'is empty: a trigger does at least one thing' } : undefined;
	},
	retry: 'onlyIfNothingHappened',
	request: ({ title, categoryId, all, any, actions, active, more }) => ({
		method: 'POST',
		path: '/api/v2/triggers',
		body: { trigger: { title, category_id: categoryId, active, ...sentRules({ all, any, actions }), description: more.description, position: more.position } },
	}),
	outcome: (answer): IDataObject => recordIn(answer, 'trigger'),
});
