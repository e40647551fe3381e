import type { IDataObject } from 'n8n-workflow';
import { readMark } from '../ownMark';
import type { WebhookField } from '../subscription/webhookFields';
import {
	controlShape,
	deliveryShape,
	editShape,
	messageShape,
	optinShape,
	policyShape,
	postbackShape,
	reactionShape,
	readShape,
	referralShape,
	type Message,
	type MessagingEvent,
} from './shapes';

/** What one kind of event says, apart from who and when. */
export interface Told {
	event: string;
	/** The webhook field that brings it; absent for kinds we do not know, which always pass. */
	field?: WebhookField;
	text?: string;
	/** The vendor's id of what happened, within the Page. Absent: the person and the millisecond stand for it. Null: nothing does, so no repeat can be told. */
	id?: string | null;
	/** Whether it opens the 24-hour window. */
	opensWindow?: boolean;
	details: IDataObject;
}

type Reader = (value: unknown) => Told;

const attachmentsOf = ({ attachments }: Message): IDataObject[] =>
	(attachments ?? []).map(({ type, payload }) => ({ type, url: payload?.url ?? '', ...(payload ? { payload: payload as IDataObject } : {}) }));

/** How the person came: an m.me link or an ad; all blank where nothing says so. */
const refOf = (value: unknown): { ref: string; source: string; adId: string } => {
	const { ref, source, ad_id: adId } = referralShape.parse(value ?? {});
	return { ref: ref ?? '', source: source ?? '', adId: adId ?? '' };
};

function readMessage(value: unknown): Told {
	const message = messageShape.parse(value);
	const details: IDataObject = { mid: message.mid, attachments: attachmentsOf(message), replyTo: message.reply_to?.mid ?? '' };
	const common = { text: message.text ?? '', field: 'messages' as const };
	if (message.is_echo) {
		const mark = readMark(message.metadata ?? undefined);
		// Another app's id without our mark: a person answered in the Page inbox, or another tool did.
		return { ...common, field: 'message_echoes', event: 'echo', id: `${message.mid}:echo`, details: { ...details, own: mark !== undefined, appId: message.app_id ?? '', metadata: mark ?? message.metadata ?? '' } };
	}
	if (message.is_deleted) return { ...common, event: 'messageDeleted', id: `${message.mid}:deleted`, details };
	const payload = message.quick_reply?.payload ?? '';
	return { ...common, event: 'message', id: message.mid, opensWindow: true, details: { ...details, payload, ...refOf(message.referral) } };
}

const readPostback: Reader = (value) => {
	const { mid, title, payload, referral } = postbackShape.parse(value);
	const details = { mid: mid ?? '', payload: payload ?? '', ...refOf(referral) };
	return { event: 'postback', field: 'messaging_postbacks', text: title ?? '', id: mid ?? undefined, opensWindow: true, details };
};

const readEdit: Reader = (value) => {
	const { mid, text, num_edit: edits } = editShape.parse(value);
	return { event: 'messageEdited', field: 'message_edits', text: text ?? '', id: `${mid}:edit:${edits ?? ''}`, details: { mid, edits: edits ?? 0 } };
};

const readReaction: Reader = (value) => {
	const { mid, action, reaction, emoji } = reactionShape.parse(value);
	return { event: 'reaction', field: 'message_reactions', text: emoji ?? '', opensWindow: action === 'react', details: { mid, action, reaction: reaction ?? '', emoji: emoji ?? '' } };
};

const readDelivery: Reader = (value) => {
	const { mids, watermark } = deliveryShape.parse(value);
	return { event: 'delivery', field: 'message_deliveries', details: { mids: mids ?? [], watermark: new Date(watermark).toISOString() } };
};

const readRead: Reader = (value) => ({ event: 'read', field: 'message_reads', details: { watermark: new Date(readShape.parse(value).watermark).toISOString() } });

/** A marketing opt-in does not open the window, and what the others do is not documented: none is taken to. */
const readOptin: Reader = (value) => {
	const { ref, user_ref: userRef, type, notification_messages_token: token } = optinShape.parse(value);
	return { event: 'optin', field: 'messaging_optins', details: { ref: ref ?? '', userRef: userRef ?? '', type: type ?? '', notificationToken: token ?? '' } };
};

/** An m.me link into a conversation opens the window; an ad does so only with the message that follows. */
const readReferral: Reader = (value) => {
	const details = refOf(value);
	return { event: 'referral', field: 'messaging_referrals', opensWindow: details.source === 'SHORTLINK', details };
};

const readControl =
	(event: string): Reader =>
	(value) => {
		const control = controlShape.parse(value);
		const details = { previousOwnerAppId: control.previous_owner_app_id ?? '', newOwnerAppId: control.new_owner_app_id ?? '', requestedOwnerAppId: control.requested_owner_app_id ?? '', metadata: control.metadata ?? '' };
		return { event, field: 'messaging_handovers', details };
	};

const readPolicy: Reader = (value) => {
	const { action, reason } = policyShape.parse(value);
	return { event: 'policyEnforcement', field: 'messaging_policy_enforcement', text: reason ?? '', details: { action } };
};

/** By the key that tells an event's kind. */
const READERS: ReadonlyArray<[key: string, read: Reader]> = [
	['message', readMessage],
	['message_edit', readEdit],
	['postback', readPostback],
	['reaction', readReaction],
	['delivery', readDelivery],
	['read', readRead],
	['optin', readOptin],
	['referral', readReferral],
	['pass_thread_control', readControl('passThreadControl')],
	['take_thread_control', readControl('takeThreadControl')],
	['request_thread_control', readControl('requestThreadControl')],
	['policy_enforcement', readPolicy],
];

/** Throws zod's error for an event whose kind we know and whose shape we do not. */
export function readKind(event: MessagingEvent): Told {
	const found = READERS.find(([key]) => event[key] !== undefined && event[key] !== null);
	if (found === undefined) return { event: 'other', id: null, details: {} };
	const [key, read] = found;
	return read(event[key]);
}
