import { callOperation, field, type InputOf } from '../../../shared/operation';
import { path, type Answer, type Call } from '../../../shared/transport/call';
import { rowsOf } from '../../shapes';
import { commaList, unixMs } from '../../values';
import { channelFields, MESSAGE_DOCS } from './messageFields';

/** The most that Sendbird gives in one direction. */
const PAGE = 100;

const messages = rowsOf('messages');

const fields = {
	...channelFields,
	from: field.choice({
		displayName: 'From',
		options: [
			{ name: 'Latest', value: 'latest', description: 'The newest messages' },
			{ name: 'Message', value: 'message', description: 'Messages around the one of a given ID' },
			{ name: 'Time', value: 'time', description: 'Messages around a point in time' },
		],
		initial: 'latest',
	}),
	messageId: field.shownWhen({ from: ['message'] }, field.numericId({ displayName: 'Message ID' })),
	time: field.shownWhen({ from: ['time'] }, field.optionalMoment({ displayName: 'Time' })),
	direction: field.shownWhen(
		{ from: ['message', 'time'] },
		field.choice({
			displayName: 'Direction',
			options: [
				{ name: 'After', value: 'after' },
				{ name: 'Before', value: 'before' },
			],
			initial: 'before',
		}),
	),
	limit: field.wholeNumber({ displayName: 'Limit', description: 'Max number of results to return', initial: 50, min: 1, max: 10_000 }),
	filters: field.extras({
		displayName: 'Filters',
		placeholder: 'Add Filter',
		fields: {
			customTypes: field.textList({ displayName: 'Custom Types', description: 'Only messages of these, separated by commas' }),
			includingRemoved: field.toggle({ displayName: 'Including Removed', description: 'Whether deleted messages are listed too, without their text', initial: false }),
			messageType: field.choice({
				displayName: 'Message Type',
				options: [
					{ name: 'Admin', value: 'ADMM' },
					{ name: 'All', value: '' },
					{ name: 'File', value: 'FILE' },
					{ name: 'Text', value: 'MESG' },
				],
				initial: '',
			}),
			senderIds: field.textList({ displayName: 'Sender IDs', description: 'Only messages of these users, separated by commas' }),
		},
	}),
};

type Input = InputOf<typeof fields>;

const isForward = ({ from, direction }: Input): boolean => from !== 'latest' && direction === 'after';

/** Not a token but a window: so many messages before or after an anchor, which is a time in ms or a message. */
function request(input: Input): Call {
	const { channelType, channelUrl, from, messageId, time, limit, filters } = input;
	const count = Math.min(PAGE, limit);
	return {
		method: 'GET',
		path: path`/v3/${channelType}/${channelUrl}/messages`,
		query: {
			...(from === 'message' ? { message_id: messageId } : { message_ts: from === 'time' ? unixMs(time) : Date.now() }),
			prev_limit: isForward(input) ? 0 : count,
			next_limit: isForward(input) ? count : 0,
			include: from !== 'message',
			// The message nearest to the anchor comes first, whichever way is read.
			reverse: !isForward(input),
			custom_types: commaList(filters.customTypes),
			including_removed: filters.includingRemoved,
			message_type: filters.messageType || undefined,
			sender_ids: commaList(filters.senderIds),
		},
	};
}

/** The window behind the last message; none where the page was not full, or where it ended on the anchor itself. */
function next(call: Call, answer: Answer): Call | undefined {
	const rows = messages(answer);
	const last = rows.at(-1)?.message_id;
	if (rows.length < PAGE || last === undefined || last === call.query?.message_id) return undefined;
	return { ...call, query: { ...call.query, message_ts: undefined, message_id: last, include: false } };
}

export const getMany = callOperation({
	name: 'Get Many',
	action: 'Get many messages',
	description: 'List messages of a channel, from an anchor backwards or forwards, each as an item',
	documentation: `${MESSAGE_DOCS}/listing-messages/list-messages`,
	calls: ['GET /v3/{channel_type}/{channel_url}/messages'],
	fields,
	retry: 'safe',
	check: ({ from, messageId, time }) => {
		if (from === 'message' && messageId === undefined) return { displayName: 'Message ID', message: 'is missing' };
		return from === 'time' && time === undefined ? { displayName: 'Time', message: 'is missing' } : undefined;
	},
	request,
	page: { next, most: ({ limit }) => limit },
	outcome: messages,
});
