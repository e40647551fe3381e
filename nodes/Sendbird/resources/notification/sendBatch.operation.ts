import { batchStoryOperation, field } from '../../../shared/operation';
import { sendToTargets } from '../../notification/sendToTargets';
import { checkPush, commonOf, notificationBody, pushExtras, SEND_DOCS, sendFields } from './sendFields';

/** Targets a call that names them in a list. */
const MOST_TARGETS = 10_000;

/** Sendbird documents no key against repeats, so a lost answer is reported as unknown. */
export const sendBatch = batchStoryOperation({
	name: 'Send Batch',
	action: 'Send notifications in batches',
	description: 'Notify up to 10,000 users a call, each with its own variables; queued, so no rate limit is met. Items of one template and the same settings share a call.',
	documentation: SEND_DOCS,
	calls: ['POST /v1/notifications'],
	fields: {
		...sendFields,
		more: field.extras({
			displayName: 'Additional Fields',
			placeholder: 'Add Field',
			fields: { ...pushExtras, batchSize: field.wholeNumber({ displayName: 'Batch Size', description: 'Users a call; Sendbird takes 10,000', initial: MOST_TARGETS, min: 1, max: MOST_TARGETS }) },
		}),
	},
	check: checkPush,
	retry: 'onlyIfNothingHappened',
	batch: {
		size: ({ more }) => more.batchSize ?? MOST_TARGETS,
		together: (input) => `${commonOf(input)} ${input.more.batchSize}`,
		// The variables of a call are kept by user: a second notification for one needs a call of its own.
		alone: ({ userId }) => userId,
	},
	story: async (inputs, door) => await sendToTargets(door, inputs, notificationBody),
});
