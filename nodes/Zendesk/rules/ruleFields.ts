import { field, type Field } from '../../shared/operation';
import { z, type Schema } from '../../shared/schema';
import * as values from '../../shared/schema/values';
import type { Action, Condition } from '../shapes';
import { actionList, conditionList } from './triggerParts';

const CONDITION = '[{"field": "comment_is_public", "operator": "is", "value": "requester_can_see_comment"}]';
const ACTION = '[{"field": "notification_webhook", "value": ["01HV…", "{\\"ticket_id\\": \\"{{ticket.id}}\\"}"]}]';

const listOf = <T>(schema: z.ZodType<T[], z.ZodTypeDef, unknown>, message: string): Schema<T[]> =>
	values.jsonArray.transform((list, context) => {
		const parsed = schema.safeParse(list);
		if (parsed.success) return parsed.data;
		context.addIssue({ code: 'custom', message });
		return z.NEVER;
	});

const conditionsField = (displayName: string, description: string, initial: string): Field<Condition[]> => ({
	property: field.jsonArray({ displayName, description, initial }).property,
	schema: listOf(conditionList, 'must be a list of objects with field, operator and value'),
});

/** Zendesk's own JSON: `GET /api/v2/triggers/definitions` lists what an account allows. */
export const allField = (initial = CONDITION): Field<Condition[]> => conditionsField('Conditions (All)', 'Zendesk\'s own JSON; all of them must be met', initial);
export const anyField = (): Field<Condition[]> => conditionsField('Conditions (Any)', 'Zendesk\'s own JSON; one of them must be met, where there are any', '[]');

export const actionsField = (initial = ACTION): Field<Action[]> => ({
	property: field.jsonArray({ displayName: 'Actions', description: 'Zendesk\'s own JSON. Texts of people inside a webhook\'s body can break it: send ids and look the rest up.', initial }).property,
	schema: listOf(actionList, 'must be a list of objects with field and value'),
});
