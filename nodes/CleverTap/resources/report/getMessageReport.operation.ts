import type { IDataObject } from 'n8n-workflow';
import { field, type InputOf } from '../../../shared/operation';
import { z } from '../../../shared/schema';
import { checkDays, dayFields } from '../../query/dayFields';
import { reportOperation, resultOf } from '../../query/reportOperation';

const list = (displayName: string, description: string) => field.textList({ displayName, description: `${description}; separated by commas, all when left blank` });

const fields = {
	...dayFields,
	split: field.toggle({ displayName: 'Split Into Items', description: 'Whether each campaign becomes an item of its own', initial: true }),
	more: field.extras({
		displayName: 'Filters',
		placeholder: 'Add Filter',
		fields: {
			channel: list('Channels', 'As the report writes them: push, email, sms, browser, webhooks …'),
			daily: field.toggle({ displayName: 'Daily', description: 'Whether each campaign comes with figures day by day', initial: true }),
			delivery: list('Deliveries', 'As the report writes them'),
			label: list('Labels', 'Of campaigns'),
			messageType: list('Message Types', 'As the report writes them'),
			status: list('Statuses', 'As the report writes them: running, completed, stopped …'),
		},
	}),
};

const messages = z.object({ messages: z.array(z.record(z.unknown())) });

const some = (texts: string[] | undefined) => (texts === undefined || texts.length === 0 ? undefined : texts);

/** Days are texts here, other than everywhere else. */
const body = ({ from, to, more }: InputOf<typeof fields>) => ({
	from: String(from),
	to: String(to),
	channel: some(more.channel),
	delivery: some(more.delivery),
	status: some(more.status),
	message_type: some(more.messageType),
	label: some(more.label),
	daily: more.daily,
});

export const getMessageReport = reportOperation({
	name: 'Get Message Report',
	action: 'Get the report of messages',
	description: 'Read what was sent between two days: each campaign with its figures',
	documentation: 'https://developer.clevertap.com/docs/report-object',
	path: '/1/message/report.json',
	fields,
	check: checkDays,
	body,
	outcome: (answer, { split }) => {
		const read = messages.safeParse(answer.body);
		return split && read.success ? (read.data.messages as IDataObject[]) : resultOf(answer);
	},
});
