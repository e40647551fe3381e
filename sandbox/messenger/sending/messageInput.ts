import { z } from 'zod';
import { attachmentInput } from './attachments';
import { badParam } from '../graph/errors';
import { idText, structured } from '../graph/params';
import { recipientInput } from './recipients';
import { RULES } from '../rules';

const quickReply = z
	.object({
		content_type: z.enum(['text', 'user_phone_number', 'user_email', 'location']),
		title: z.string().optional(),
		payload: z.string().optional(),
		image_url: z.string().optional(),
	})
	.refine(({ content_type: type, title, payload }) => type !== 'text' || (title !== undefined && title !== '' && payload !== undefined && payload !== ''), 'a quick reply of type text needs title and payload');

const message = z
	.object({
		text: z.string().optional(),
		attachment: attachmentInput.optional(),
		quick_replies: structured(z.array(quickReply)).optional(),
		metadata: z.string().optional(),
		sticker_id: idText.optional(),
	})
	.strict();

export type MessageInput = z.output<typeof message>;
export type QuickReply = z.output<typeof quickReply>;

/** The body of `POST /<PAGE_ID>/messages`. Unknown top-level parameters are ignored. */
export const sendInput = z.object({
	recipient: recipientInput,
	messaging_type: z.enum(['RESPONSE', 'UPDATE', 'MESSAGE_TAG', 'UTILITY']).optional(),
	tag: z.string().optional(),
	notification_type: z.enum(['REGULAR', 'SILENT_PUSH', 'NO_PUSH']).optional(),
	message: structured(message).optional(),
	sender_action: z.enum(['typing_on', 'typing_off', 'mark_seen', 'react', 'unreact']).optional(),
	payload: structured(z.object({ message_id: z.string(), reaction: z.string().optional() })).optional(),
	persona_id: idText.optional(),
	reply_to: structured(z.object({ mid: z.string() })).optional(),
});

export type SendInput = z.output<typeof sendInput>;

/** Characters as people count them: an emoji is one. */
const length = (text: string): number => [...text].length;

/** Limits of the message itself, before anybody asks who it is for. */
export function checkMessage({ text, attachment, sticker_id: sticker, quick_replies: replies = [], metadata = '' }: MessageInput): void {
	const contents = [text, attachment, sticker].filter((content) => content !== undefined);
	if (contents.length !== 1 || text === '') throw badParam('A message must have exactly one of text and attachment', RULES.textXorAttachment);
	if (text !== undefined && length(text) > 2000) throw badParam('Length of param message[text] must be less than or equal to 2000', RULES.textLimit);
	if (replies.length > 13) throw badParam('Param message[quick_replies] has too many elements: at most 13', RULES.quickReplies);
	if (replies.some(({ payload = '' }) => payload.length > 1000)) throw badParam('Length of a quick reply payload must be less than or equal to 1000', RULES.quickReplies);
	if (metadata.length >= 1000) throw badParam('Length of param message[metadata] must be less than 1000', RULES.metadataLimit);
}
