import { field, storyOperation } from '../../../shared/operation';
import { splitText } from '../../../shared/text/splitText';
import { cutToSegments, smsParts, smsSize } from '../../sms/segments';

/** Characters that Messenger takes a message. */
const MESSENGER_LIMIT = 2000;

const fields = {
	text: field.requiredText({ displayName: 'Text' }),
	channel: field.choice({
		displayName: 'For',
		options: [
			{ name: 'Messenger', value: 'messenger', description: 'Parts of 2,000 characters at most' },
			{ name: 'Other', value: 'none', description: 'One part' },
			{ name: 'SMS', value: 'sms', description: 'Segments as carriers count them, in GSM-7 or UCS-2' },
		],
		initial: 'sms',
	}),
	more: field.extras({
		displayName: 'Additional Fields',
		placeholder: 'Add Field',
		fields: {
			mostSegments: field.wholeNumber({ displayName: 'Most Segments', description: 'A longer SMS is cut at the end of a word, with three dots', initial: 6, min: 1, max: 50 }),
		},
	}),
};

export const split = storyOperation({
	name: 'Split',
	action: 'Split a text for a channel',
	description: 'Cut a text into what the channel takes, and say what it costs',
	documentation: 'https://www.braze.com/docs/user_guide/message_building_by_channel/sms_mms_rcs/segments/',
	calls: [],
	fields,
	retry: 'safe',
	async story({ text, channel, more }) {
		if (channel === 'messenger') return { text, cut: false, parts: splitText(text, MESSENGER_LIMIT) };
		if (channel === 'none') return { text, cut: false, parts: [text] };
		const kept = more.mostSegments === undefined ? { text, cut: false } : cutToSegments(text, more.mostSegments);
		return { ...kept, parts: smsParts(kept.text), sms: { ...smsSize(kept.text) } };
	},
});
