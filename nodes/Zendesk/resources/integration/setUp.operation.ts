import { field, storyOperation, type InputOf } from '../../../shared/operation';
import type { Door } from '../../../shared/transport/door';
import { apply, createUserField, type Leave } from '../../integration/apply';
import { guardFor, readAccount } from '../../integration/found';
import { subscribedElsewhere } from '../../integration/live';
import { planSetUp } from '../../integration/plan';
import { toldSetUp } from '../../integration/told';
import { wantedSetUp, type Names, type Way } from '../../integration/wanted';
import { bearer, bearerAuthentication } from '../../webhookSecret';
import { brazeOf, checkWay, DEFAULT_NAMES, targetsOf, wayFields } from './setUpFields';

const DIRECT = { way: ['direct'] };

const fields = {
	...wayFields,
	replyCampaignId: field.shownWhen(DIRECT, field.optionalId({ displayName: 'Reply Campaign ID', description: 'The Braze SMS campaign for agents\' replies: Schedule Delivery > API-Triggered Delivery' })),
	solvedCampaignId: field.shownWhen(DIRECT, field.optionalId({ displayName: 'Solved Campaign ID', description: 'The Braze campaign that tells the customer that the ticket is solved' })),
	closingText: field.shownWhen(DIRECT, field.optionalText({ displayName: 'Closing Text', description: 'What the second campaign gets as msg_body', initial: 'Your ticket has been closed' })),
	dryRun: field.toggle({ displayName: 'Dry Run', description: 'Whether nothing is changed and the report only says what would be', initial: true }),
	repair: field.toggle({ displayName: 'Repair', description: 'Whether webhooks and triggers that stand there in another shape are brought into this one; off: they are reported and left alone', initial: false }),
	more: field.extras({
		displayName: 'Additional Fields',
		placeholder: 'Add Field',
		fields: {
			categoryName: field.optionalText({ displayName: 'Trigger Category', initial: DEFAULT_NAMES.category }),
			replyTitle: field.optionalText({ displayName: 'Title of the Reply Trigger', initial: DEFAULT_NAMES.reply }),
			resendSecret: field.toggle({ displayName: 'Send the Secret Again', description: 'Whether the webhooks get their bearer token anew: after you have changed the Webhook Secret or the Braze key', initial: true }),
			solvedTitle: field.optionalText({ displayName: 'Title of the Solved Trigger', initial: DEFAULT_NAMES.solved }),
			webhookName: field.optionalText({ displayName: 'Name of the Webhook', initial: DEFAULT_NAMES.webhook }),
		},
	}),
};

type Input = InputOf<typeof fields>;

const namesOf = ({ more }: Input): Names => ({
	category: more.categoryName ?? DEFAULT_NAMES.category,
	webhook: more.webhookName ?? DEFAULT_NAMES.webhook,
	reply: more.replyTitle ?? DEFAULT_NAMES.reply,
	solved: more.solvedTitle ?? DEFAULT_NAMES.solved,
});

async function asked(input: Input, door: Door): Promise<{ way: Way; authentication: Leave['authentication'] }> {
	const targets = await targetsOf(input, door);
	if (input.way === 'n8n') return { way: { way: 'n8n', targets }, authentication: bearerAuthentication(door) };
	const { replyCampaignId = '', solvedCampaignId = '', closingText = 'Your ticket has been closed' } = input;
	return { way: { way: 'direct', targets, replyCampaignId, solvedCampaignId, closingText }, authentication: bearer((await brazeOf(door)).apiKey) };
}

const ID = /^[\w-]+$/;

/** The Zendesk half of Braze's guide in one idempotent step: user field, category, webhook, both triggers. */
export const setUp = storyOperation({
	name: 'Set Up',
	action: 'Set up the integration',
	description: 'Make the user field, trigger category, webhook and both triggers of the SMS loop; a second run changes nothing, what stands there in another shape is reported, and a hand-made set-up that is live is named',
	documentation: 'https://developer.zendesk.com/api-reference/ticketing/business-rules/triggers/',
	calls: [
		'GET /api/v2/user_fields',
		'GET /api/v2/trigger_categories',
		'GET /api/v2/webhooks',
		'GET /api/v2/triggers',
		'GET /api/v2/triggers/definitions',
		'POST /api/v2/user_fields',
		'POST /api/v2/trigger_categories',
		'POST /api/v2/webhooks',
		'PATCH /api/v2/webhooks/{webhook_id}',
		'POST /api/v2/triggers',
		'PUT /api/v2/triggers/{trigger_id}',
	],
	fields,
	check: (input) => {
		const { way, replyCampaignId, solvedCampaignId } = input;
		if (way === 'direct' && !ID.test(replyCampaignId ?? '')) return { displayName: 'Reply Campaign ID', message: replyCampaignId === undefined ? 'is missing' : 'may hold letters, digits and hyphens only' };
		if (way === 'direct' && !ID.test(solvedCampaignId ?? '')) return { displayName: 'Solved Campaign ID', message: solvedCampaignId === undefined ? 'is missing' : 'may hold letters, digits and hyphens only' };
		return checkWay(input);
	},
	retry: 'onlyIfNothingHappened',
	inTurn: () => 'set up',
	async story(input, door) {
		const { way, authentication } = await asked(input, door);
		const names = namesOf(input);
		const found = await readAccount(door);
		const bare = wantedSetUp(way, names, undefined);
		// Before the rest: only a field that exists can be a condition.
		const madeField = found.userField === undefined && !input.dryRun ? await createUserField(door, bare) : undefined;
		const hasField = found.userField !== undefined || madeField !== undefined;
		const wanted = way.way === 'direct' && hasField ? wantedSetUp(way, names, await guardFor(door)) : bare;
		const plan = planSetUp(wanted, found);
		const done = input.dryRun ? undefined : await apply(door, plan, { repair: input.repair, resendSecret: input.more.resendSecret === true, authentication }, madeField);
		return toldSetUp(wanted, plan, done, subscribedElsewhere(found));
	},
});
