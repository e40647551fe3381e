import { batchStoryOperation, field, success } from '../../../shared/operation';
import { summaryOf } from '../../notification/answer';
import { modeOf } from '../../notification/mode';
import { uploadTargets } from '../../notification/targetsFile';
import { checkPush, commonOf, notificationBody, pushExtras, SEND_DOCS, sendFields } from './sendFields';

/** Targets a file. */
const MOST_TARGETS = 100_000;

/** A file names its users to nobody: which of them Sendbird does not know is not told. */
export const sendBatchFromFile = batchStoryOperation({
	name: 'Send Batch From File',
	action: 'Send notifications to a file of targets',
	description: 'Notify up to 100,000 users a call: their IDs are uploaded as a CSV file, to which the notification is sent',
	documentation: SEND_DOCS,
	calls: ['POST /v1/storage/targets_files/{file_key}/presigned_urls', 'POST /v1/notifications'],
	fields: {
		...sendFields,
		more: field.extras({
			displayName: 'Additional Fields',
			placeholder: 'Add Field',
			fields: {
				...pushExtras,
				batchSize: field.wholeNumber({ displayName: 'Batch Size', description: 'Users a file; Sendbird takes 100,000', initial: MOST_TARGETS, min: 1, max: MOST_TARGETS }),
				fileKeyPrefix: field.optionalId({ displayName: 'File Key Prefix', description: 'How the keys of the uploaded files begin; each ends in letters of its own', placeholder: 'black-friday' }),
				headerLine: field.optionalId({ displayName: 'Header Line', description: 'A first line of the CSV. Sendbird\'s texts show none; add one only where it asks for it.', placeholder: 'user_id' }),
			},
		}),
	},
	check: checkPush,
	retry: 'onlyIfNothingHappened',
	batch: {
		size: ({ more }) => more.batchSize ?? MOST_TARGETS,
		together: (input) => JSON.stringify([commonOf(input), input.more.batchSize, input.more.fileKeyPrefix, input.more.headerLine]),
		// Variables are kept by user, as in a batch without a file.
		alone: ({ userId }) => userId,
	},
	story: async (inputs, door) => {
		const [{ more }] = inputs;
		const fileKey = await uploadTargets(door, inputs.map(({ userId }) => userId), { prefix: more.fileKeyPrefix ?? 'n8n', header: more.headerLine });
		const body = { ...notificationBody(inputs), targets_filename: fileKey, mode: modeOf(door, 'batch', inputs.length) };
		const answer = await door.send({ method: 'POST', path: door.account?.sendPath ?? '', body }, 'onlyIfNothingHappened');
		const summary = summaryOf(answer);
		return inputs.map(({ userId, templateKey }) => success({ userId, templateKey, status: 'QUEUED', targets: inputs.length, fileKey, answer: summary }));
	},
});
