import type { IDataObject } from 'n8n-workflow';
import { field, storyOperation } from '../../../shared/operation';
import { path, type Call } from '../../../shared/transport/call';
import { readAccount } from '../../integration/found';
import { planTearDown, type Removal } from '../../integration/planTearDown';
import { remove, ruleCalls } from '../../ticketTrigger/ruleCalls';
import { checkWay, DEFAULT_NAMES, targetsOf, wayFields } from './setUpFields';

const fields = {
	...wayFields,
	categoryName: field.optionalText({ displayName: 'Trigger Category', initial: DEFAULT_NAMES.category }),
	removeUserField: field.toggle({ displayName: 'Remove User Field', description: 'Whether the user field braze_external_id goes too, and with it the value of every user', initial: false }),
	dryRun: field.toggle({ displayName: 'Dry Run', description: 'Whether nothing is removed and the report only says what would be', initial: true }),
};

const callFor = ({ kind, id }: Removal): Call => {
	if (kind === 'trigger') return ruleCalls.deleteTrigger(id);
	if (kind === 'webhook') return ruleCalls.deleteWebhook(id);
	return kind === 'category' ? ruleCalls.deleteCategory(id) : { method: 'DELETE', path: path`/api/v2/user_fields/${id}` };
};

/** Takes away what Set Up made, and tells what it leaves and why. */
export const tearDown = storyOperation({
	name: 'Tear Down',
	action: 'Tear down the integration',
	description: 'Remove the triggers, webhook and category that Set Up made; what people made, or use for something else, stays',
	documentation: 'https://developer.zendesk.com/api-reference/ticketing/business-rules/triggers/',
	calls: [
		'GET /api/v2/user_fields',
		'GET /api/v2/trigger_categories',
		'GET /api/v2/webhooks',
		'GET /api/v2/triggers',
		'DELETE /api/v2/triggers/{trigger_id}',
		'DELETE /api/v2/webhooks/{webhook_id}',
		'DELETE /api/v2/trigger_categories/{trigger_category_id}',
		'DELETE /api/v2/user_fields/{user_field_id}',
	],
	dangerous: 'deletes',
	fields,
	check: checkWay,
	retry: 'safe',
	inTurn: () => 'set up',
	async story(input, door): Promise<IDataObject> {
		const { reply, solved } = await targetsOf(input, door);
		const wish = { endpoints: [reply, solved], category: input.categoryName ?? DEFAULT_NAMES.category, removeUserField: input.removeUserField };
		const plan = planTearDown(wish, await readAccount(door));
		if (!input.dryRun) for (const removal of plan.remove) await remove(door, callFor(removal));
		return { dryRun: input.dryRun, removed: plan.remove.map((removal) => ({ ...removal })), left: plan.left.map((entry) => ({ ...entry })) };
	},
});
