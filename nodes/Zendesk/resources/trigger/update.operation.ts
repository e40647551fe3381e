import type { IDataObject } from 'n8n-workflow';
import { field, storyOperation } from '../../../shared/operation';
import { objectBody, path } from '../../../shared/transport/call';
import { recordIn } from '../../rows';
import { actionsField, allField, anyField } from '../../rules/ruleFields';
import { sentRules } from '../../rules/triggerParts';
import { triggerShape } from '../../shapes';
import { categoryField, positionField, triggerIdField } from './triggerFields';

const fields = {
	triggerId: triggerIdField,
	more: field.extras({
		displayName: 'Fields to Change',
		placeholder: 'Add Field',
		fields: {
			actions: actionsField('[]'),
			active: field.toggle({ displayName: 'Active', description: 'Whether it runs', initial: true }),
			all: allField('[]'),
			any: anyField(),
			categoryId: categoryField,
			description: field.optionalText({ displayName: 'Description' }),
			position: positionField,
			title: field.optionalText({ displayName: 'Title' }),
		},
	}),
};

/** A list given here takes the place of the trigger's; the others are read first and sent again, since Zendesk clears what is not sent. */
export const update = storyOperation({
	name: 'Update',
	action: 'Update a trigger',
	description: 'Change a ticket trigger; conditions and actions that are not given here stay as they are',
	documentation: 'https://developer.zendesk.com/api-reference/ticketing/business-rules/triggers/#update-ticket-trigger',
	calls: ['GET /api/v2/triggers/{trigger_id}', 'PUT /api/v2/triggers/{trigger_id}'],
	fields,
	retry: 'safe',
	inTurn: ({ triggerId }) => `trigger ${triggerId}`,
	async story({ triggerId, more }, door): Promise<IDataObject> {
		const at = path`/api/v2/triggers/${triggerId}`;
		const found = triggerShape.parse(objectBody(await door.send({ method: 'GET', path: at }, 'safe')).trigger);
		const { all = found.conditions.all, any = found.conditions.any, actions = found.actions } = more;
		const trigger = {
			title: more.title ?? found.title,
			active: more.active ?? found.active,
			category_id: more.categoryId ?? found.category_id ?? undefined,
			description: more.description ?? found.description ?? undefined,
			position: more.position,
			...sentRules({ all, any, actions }),
		};
		return recordIn(await door.send({ method: 'PUT', path: at, body: { trigger } }, 'safe'), 'trigger');
	},
});
