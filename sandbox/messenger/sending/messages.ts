import type { FastifyInstance } from 'fastify';
import type { ChatMessage } from '../controls/controlTypes';
import { readMedia, type Media } from './attachments';
import { deliverMessage } from '../deliveries/deliverMessage';
import { badParam, GraphError } from '../graph/errors';
import { threadOwner } from '../deliveries/events';
import { decidedBy, pageEdge, type PageCall } from '../graph/graph';
import { checkMessage, sendInput, type MessageInput, type SendInput } from './messageInput';
import { findRecipient, takePrivateReply, type Recipient } from './recipients';
import { RULES } from '../rules';
import { senderAction } from './senderActions';
import { checkTag, checkWindow } from './sendWindow';
import type { MessengerState } from '../state';
import { checkTemplate } from './templates';
import { renderUtility } from './utilityMessage';

type SendCall = PageCall<SendInput>;

/** What stands between this app and this person, whatever is sent. */
function checkReachable(state: MessengerState, { page, app }: SendCall, { person }: Recipient): void {
	if (page.restricted) throw new GraphError('10/1893063', RULES.pageRestricted);
	if (app.mode === 'development' && !person.hasRole) throw new GraphError('200/2018028', RULES.developmentMode);
	if (person.blocked) throw new GraphError('551/1545041', RULES.blocked);
	const owner = threadOwner(state, person);
	if (owner !== undefined && owner !== app.id) throw new GraphError('10/2018300', RULES.otherOwner);
}

interface Content {
	chat: Pick<ChatMessage, 'text' | 'attachments'>;
	media?: Media;
}

/** Reads text, media or template; nothing is written but a receipt's order number and a reusable attachment. */
async function contentOf({ page, token, file, request }: SendCall, { text, attachment, sticker_id: sticker }: MessageInput): Promise<Content> {
	if (sticker !== undefined) return { chat: { attachments: [{ type: 'sticker', payload: { sticker_id: sticker } }] } };
	if (attachment === undefined) return { chat: { text } };
	const { type, payload } = attachment;
	if (type === 'template') {
		if (payload.template_type === 'utility_messages') return { chat: { text: renderUtility(page, token, payload), attachments: [{ type, payload }] } };
		decidedBy(request, checkTemplate(payload, page));
		return { chat: { attachments: [{ type, payload }] } };
	}
	const media = await readMedia(page, { type, payload }, file);
	decidedBy(request, media.rule);
	const shown = { url: media.url, ...(media.saved === undefined ? {} : { attachment_id: media.saved.id }) };
	return { chat: { attachments: [{ type, payload: shown }] }, media };
}

/** The window, or what stands in for it. */
function checkPolicy({ app, input: { tag, messaging_type: type = 'RESPONSE', message }, request }: SendCall, { person, privateReply, notification }: Recipient): void {
	const templateType = message?.attachment?.payload.template_type;
	if (type === 'UTILITY' && templateType !== 'utility_messages') throw badParam('messaging_type UTILITY needs a utility_messages template', RULES.utilityTemplate);
	if (templateType === 'utility_messages' && type !== 'UTILITY') throw badParam('A utility_messages template needs messaging_type UTILITY', RULES.utilityTemplate);
	if (privateReply !== undefined) return decidedBy(request, RULES.privateReply);
	if (notification) return decidedBy(request, RULES.undescribed);
	decidedBy(request, checkWindow(app, person, type, tag, typeof templateType === 'string' ? templateType : undefined));
}

function takeRate(state: MessengerState, { page }: SendCall, message: MessageInput, { privateReply }: Recipient): void {
	const heavy = message.attachment?.type === 'audio' || message.attachment?.type === 'video';
	state.usage.take(heavy ? 'mediaPerSecond' : 'sendsPerSecond', page.id);
	if (privateReply !== undefined) state.usage.take('privateRepliesPerHour', page.id);
}

async function sendMessage(state: MessengerState, call: SendCall, recipient: Recipient, message: MessageInput): Promise<Record<string, unknown>> {
	const { input, page, app } = call;
	const { person, privateReply, answers } = recipient;
	const persona = page.personas.find(({ id }) => id === input.persona_id);
	if (input.persona_id !== undefined && persona === undefined) throw badParam('Param persona_id is not a persona of this Page', RULES.personaUnknown);
	checkPolicy(call, recipient);
	takeRate(state, call, message, recipient);
	const { chat, media } = await contentOf(call, message);
	if (privateReply !== undefined) takePrivateReply(privateReply);
	const quoted = person.chat.find(({ mid }) => mid === input.reply_to?.mid);
	if (input.reply_to !== undefined && quoted === undefined) decidedBy(call.request, RULES.replyUnknown);
	const mid = deliverMessage(state, person, {
		...chat,
		appId: app.id,
		messagingType: input.messaging_type ?? 'RESPONSE',
		...(input.tag === undefined ? {} : { tag: input.tag }),
		...(message.metadata === undefined ? {} : { metadata: message.metadata }),
		...(persona === undefined ? {} : { persona: persona.name }),
		...(quoted === undefined ? {} : { replyTo: quoted.mid }),
		...(message.quick_replies === undefined
			? {}
			: { quickReplies: message.quick_replies.map(({ content_type: contentType, title, payload }) => ({ contentType, title: title?.slice(0, 20), payload })) }),
	});
	return { ...(answers ? { recipient_id: person.psid } : {}), message_id: mid, ...(media?.fresh ? { attachment_id: media.saved?.id } : {}) };
}

const isNumber = (recipient: unknown): boolean => typeof recipient === 'object' && recipient !== null && 'id' in recipient && typeof recipient.id === 'number';

/** What passes here though nobody promises that it does. */
function noteLeniency(state: MessengerState, { input: { message, messaging_type: type }, params }: SendCall): void {
	if (isNumber(params.recipient)) state.note('recipient[id] is a number', RULES.recipientNumber);
	if (message !== undefined && type === undefined) state.note('a message without messaging_type', RULES.typeMissing);
	if (message?.text !== undefined && message.text.length >= 2000) state.note(`a text of ${message.text.length} UTF-16 units`, RULES.textUnits);
}

/** The Send API: `POST /<PAGE_ID>/messages`. There is no idempotency key. */
export function messages(app: FastifyInstance, state: MessengerState): void {
	pageEdge(app, state, {
		method: 'POST',
		path: '/:node/messages',
		permissions: ['pages_messaging'],
		input: sendInput,
		async answer(call) {
			const { input, page, request } = call;
			const { message, sender_action: action } = input;
			if (message !== undefined && action !== undefined) throw new GraphError('100/2018014', RULES.messageAndAction);
			checkTag(input.messaging_type ?? 'RESPONSE', input.tag);
			if (message !== undefined) checkMessage(message);
			noteLeniency(state, call);
			const recipient = findRecipient(state, page, input.recipient);
			request.notes.customer = recipient.person.psid;
			if (message === undefined && action === undefined) throw new GraphError('100/2018015', RULES.messageAndAction);
			checkReachable(state, call, recipient);
			if (message !== undefined) return await sendMessage(state, call, recipient, message);
			state.usage.take('sendsPerSecond', page.id);
			if (action !== undefined) senderAction(state, recipient.person, action, input.payload);
			decidedBy(request, RULES.windowActions);
			return recipient.answers ? { recipient_id: recipient.person.psid } : {};
		},
	});
}
