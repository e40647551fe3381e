import { callOperation, field, type InputOf, type Problem } from '../../../shared/operation';
import { checkMessages, messageFields, messagesOf, type MessageInput } from '../../messages';
import { minorFailure } from '../../minorErrors';
import { acceptedOf } from '../../sending/accepted';
import { alsoShown } from '../../sending/alsoShown';
import { checkSchedule, scheduleFields, scheduleNote, scheduleOf } from '../../schedule/scheduleFields';
import { scheduleIdField } from '../../schedule/scheduleIdField';

const fields = {
	scheduleId: scheduleIdField,
	change: field.choice({
		displayName: 'Change',
		options: [
			{ name: 'Messages', value: 'messages' },
			{ name: 'Schedule', value: 'schedule' },
			{ name: 'Schedule and Messages', value: 'both' },
		],
		initial: 'schedule',
	}),
	...alsoShown({ change: ['schedule', 'both'] }, scheduleFields),
	...alsoShown({ change: ['messages', 'both'] }, messageFields),
};

type Input = InputOf<typeof fields>;

const whenOf = ({ change, sendAt = 'moment', time = '' }: Input) => (change === 'messages' ? undefined : { sendAt, time });
const messageOf = (input: Input): MessageInput | undefined => (input.change === 'schedule' ? undefined : { ...input, channels: input.channels ?? [] });

function check(input: Input): Problem | undefined {
	const when = whenOf(input);
	const message = messageOf(input);
	if (when !== undefined && when.time === '') return { displayName: 'Time', message: 'is missing' };
	// Whether the schedule has a campaign is known to Braze alone, so missing variations are not refused here.
	return (when && checkSchedule(when)) ?? (message && checkMessages(message, false));
}

/** What is given takes the place of the old schedule or messages wholly; what is not given stays. */
export const updateSchedule = callOperation({
	name: 'Update Schedule',
	action: 'Update a scheduled message',
	description: 'Give a scheduled message another time, other messages, or both; each takes the place of the old one wholly',
	documentation: 'https://www.braze.com/docs/api/endpoints/messaging/schedule_messages/post_update_scheduled_messages/',
	calls: ['POST /messages/schedule/update'],
	fields,
	check,
	retry: 'safe',
	request: (input) => {
		const when = whenOf(input);
		const message = messageOf(input);
		return {
			method: 'POST',
			path: '/messages/schedule/update',
			body: { schedule_id: input.scheduleId, schedule: when && scheduleOf(when), messages: message && messagesOf(message) },
		};
	},
	classify: minorFailure,
	outcome: (answer, input) => {
		const when = whenOf(input);
		const warning = when && scheduleNote(when);
		const told = { ...acceptedOf(answer, {}), scheduleId: input.scheduleId };
		return { ...told, ...(when === undefined ? {} : { schedule: { ...scheduleOf(when) } }), ...(warning === undefined ? {} : { warning }) };
	},
});
