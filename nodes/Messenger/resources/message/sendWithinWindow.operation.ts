import { field, storyOperation, type InputOf, type Problem } from '../../../shared/operation';
import { FailureError } from '../../../shared/transport/failure';
import { NAME } from '../../api';
import { psidField } from '../../fields';
import { momentField } from '../../moment';
import { moreField, turnOf } from '../../send/messageFields';
import { sendParts } from '../../send/sendParts';
import { splitText } from '../../splitText';
import { decide, WINDOW_MS } from '../../window';

const fields = {
	psid: psidField,
	lastInboundAt: momentField({ displayName: 'Last Inbound At', description: 'When the person last wrote or tapped, from the event that opened the window. Empty counts as never.' }),
	writtenBy: field.choice({
		displayName: 'Written By',
		options: [
			{ name: 'Automation', value: 'automation', description: 'A campaign, a workflow, an AI' },
			{ name: 'Person', value: 'person', description: 'An agent\'s own words: these may also go out as Human Agent until 7 days are over' },
		],
		initial: 'automation',
	}),
	purpose: field.choice({
		displayName: 'Purpose',
		options: [
			{ name: 'Response', value: 'RESPONSE', description: 'Answers what the person said' },
			{ name: 'Update', value: 'UPDATE', description: 'Begins something new, such as a campaign' },
		],
		initial: 'RESPONSE',
	}),
	content: field.choice({
		displayName: 'Content',
		options: [
			{ name: 'Message as JSON', value: 'json', description: 'The message object of the Send API, with attachments, templates or quick replies' },
			{ name: 'Text', value: 'text' },
		],
		initial: 'text',
	}),
	text: field.shownWhen({ content: ['text'] }, field.requiredText({ displayName: 'Text', description: 'A text of more than 2,000 characters goes out in parts' })),
	message: field.shownWhen({ content: ['json'] }, field.jsonObject({ displayName: 'Message as JSON', initial: '{"text": "Hello"}' })),
	more: moreField,
};

type Input = InputOf<typeof fields>;

function check({ content, text, message = {} }: Input): Problem | undefined {
	if (content === 'text') return text === undefined ? { displayName: 'Text', message: 'is missing' } : undefined;
	if (Object.keys(message).length === 0) return { displayName: 'Message as JSON', message: 'is empty' };
	if ('text' in message && 'attachment' in message) return { displayName: 'Message as JSON', message: 'holds text and attachment: Messenger takes one of them' };
	return undefined;
}

const messagesOf = ({ content, text = '', message = {} }: Input): object[] => (content === 'text' ? splitText(text).map((part) => ({ text: part })) : [message]);

/** The window is looked at in the moment of the send, not when the message was queued. */
export const sendWithinWindow = storyOperation({
	name: 'Send Within the Window',
	action: 'Send a message if the window allows it',
	description: 'Send as response or update inside 24 hours, as Human Agent where a person wrote it and 7 days are not over; else the item fails as windowClosed with the reason and nothing is sent',
	documentation: 'https://developers.facebook.com/docs/messenger-platform/policy/policy-overview/#standard_messaging',
	calls: ['POST /{page}/messages'],
	fields,
	check,
	retry: 'onlyIfNothingHappened',
	inTurn: ({ psid }) => turnOf({ id: psid }),
	async story(input, door) {
		const { psid, lastInboundAt, writtenBy, purpose, more } = input;
		const decision = decide({ lastInboundAt, now: Date.now(), writtenBy, purpose });
		if (!decision.send) throw new FailureError({ class: 'windowClosed', vendor: NAME, message: `Not sent: ${decision.reason}`, fix: decision.fix });
		const sent = await sendParts(door, { recipient: { id: psid }, as: decision.as, more }, messagesOf(input));
		return { ...sent, sentAs: decision.as, windowEndsAt: lastInboundAt === undefined ? null : new Date(lastInboundAt + WINDOW_MS).toISOString() };
	},
});
