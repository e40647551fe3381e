import type { IDataObject } from 'n8n-workflow';
import { field, storyOperation } from '../../../shared/operation';
import { isObject } from '../../../shared/text/isObject';
import { modeOf } from '../../notification/mode';
import { checkPush, notificationBody, pushExtras, SEND_DOCS, sendFields } from './sendFields';

/** Sendbird documents no key against repeats, so a lost answer is reported as unknown. */
export const sendRealtime = storyOperation({
	name: 'Send Real Time',
	action: 'Send a notification in real time',
	description: 'Notify one user at once. SENT means that Sendbird took it; whether it is read, only the delivery status tells.',
	documentation: SEND_DOCS,
	calls: ['POST /v1/notifications'],
	fields: { ...sendFields, more: field.extras({ displayName: 'Additional Fields', placeholder: 'Add Field', fields: pushExtras }) },
	check: checkPush,
	retry: 'onlyIfNothingHappened',
	inTurn: ({ userId }) => userId,
	story: async (input, door) => {
		const body = { ...notificationBody([input]), targets: [input.userId], mode: modeOf(door, 'realtime', 1) };
		const answer = await door.send({ method: 'POST', path: door.account?.sendPath ?? '', body }, 'onlyIfNothingHappened');
		return { userId: input.userId, templateKey: input.templateKey, status: 'SENT', answer: isObject(answer.body) ? (answer.body as IDataObject) : {} };
	},
});
