import type { Rule } from '../../control/types';
import type { PersonMessage, PersonOptin, PersonPostback, PersonReferral } from '../controls/controlTypes';
import { describe } from './deliverMessage';
import { emit } from './events';
import { newId, newMessageId } from '../ids';
import { RULES } from '../rules';
import { openWindow } from '../sending/sendWindow';
import type { MessengerState } from '../state';
import type { Person, StoredMessage } from '../types';

function did(state: MessengerState, person: Person, what: string, rule: Rule = RULES.windowOpeners): void {
	state.world.events.add({ vendor: 'messenger', kind: 'customer', summary: `${person.first_name} ${what}`, customer: person.psid, rule });
}

/** The quick replies that still stand under the last message. */
const offered = (person: Person): NonNullable<StoredMessage['quickReplies']> => person.chat.at(-1)?.quickReplies ?? [];

/** The person writes, or taps a quick reply; `undefined` where that one is not on offer. */
export function personWrites(state: MessengerState, person: Person, { text, attachments, quickReply, replyTo }: PersonMessage): StoredMessage | undefined {
	const tapped = offered(person).find(({ payload }) => payload === quickReply);
	if (quickReply !== undefined && tapped === undefined) return undefined;
	openWindow(person);
	const message: StoredMessage = {
		mid: newMessageId(),
		at: Date.now(),
		direction: 'in',
		text: tapped?.title ?? text,
		attachments,
		quickReply,
		replyTo,
	};
	person.chat.push(message);
	did(state, person, `writes ${describe(message)}`);
	const referral = person.waitingReferral;
	person.waitingReferral = undefined;
	emit(state, person, {
		field: 'messages',
		timestamp: message.at,
		content: {
			message: {
				mid: message.mid,
				...(message.text === undefined ? {} : { text: message.text }),
				...(attachments === undefined ? {} : { attachments }),
				...(quickReply === undefined ? {} : { quick_reply: { payload: quickReply } }),
				...(replyTo === undefined ? {} : { reply_to: { mid: replyTo } }),
				...(referral === undefined ? {} : { referral }),
			},
		},
	});
	return message;
}

export function personTaps(state: MessengerState, person: Person, { title, payload }: PersonPostback, referral?: Record<string, unknown>): void {
	openWindow(person);
	did(state, person, `taps "${title}"`);
	emit(state, person, { field: 'messaging_postbacks', content: { postback: { mid: newMessageId(), title, payload, ...(referral === undefined ? {} : { referral }) } } });
}

/** Answers the marketing token where one was given. */
export function personOptsIn(state: MessengerState, person: Person, { ref, userRef, type, title }: PersonOptin): string | undefined {
	did(state, person, `opts in${ref === undefined ? '' : ` with ref ${ref}`}`);
	if (type === 'notification_messages') {
		const token = newId();
		person.notificationTokens.add(token);
		emit(state, person, {
			field: 'messaging_optins',
			content: { optin: { type, title: title ?? 'News', notification_messages_token: token, user_token_status: 'REFRESHED', ...(ref === undefined ? {} : { payload: ref }) } },
		});
		return token;
	}
	if (userRef !== undefined) person.userRefs.add(userRef);
	openWindow(person);
	state.note(`the opt-in of ${person.psid} opens the window`, RULES.windowOptin, person.psid);
	emit(state, person, {
		field: 'messaging_optins',
		userRef,
		content: { optin: { ...(ref === undefined ? {} : { ref }), ...(userRef === undefined ? {} : { user_ref: userRef }) } },
	});
	return undefined;
}

/** An m.me link or an ad: into a thread at once, else with Get Started or with the first message. */
export function personFollowsLink(state: MessengerState, person: Person, { ref, source = 'SHORTLINK', adId }: PersonReferral): 'referral' | 'postback' | 'first message' {
	const referral = { ref, source, type: 'OPEN_THREAD', ...(adId === undefined ? {} : { ad_id: adId }) };
	did(state, person, `follows a link with ref ${ref}`);
	if (person.startedAt !== undefined) {
		// An ad opens the window only with the message that follows it.
		if (source === 'SHORTLINK') openWindow(person);
		emit(state, person, { field: 'messaging_referrals', content: { referral } });
		return 'referral';
	}
	const { get_started: start } = state.pageOf(person).messengerProfile;
	if (typeof start === 'object' && start !== null && 'payload' in start) {
		personTaps(state, person, { title: 'Get Started', payload: String(start.payload) }, referral);
		return 'postback';
	}
	person.waitingReferral = referral;
	return 'first message';
}

/** Everything up to now is read. */
export function personReads(state: MessengerState, person: Person): void {
	const now = Date.now();
	for (const message of person.chat) if (message.direction === 'out') message.readAt ??= now;
	did(state, person, 'reads the conversation');
	emit(state, person, { field: 'message_reads', timestamp: now, content: { read: { watermark: now } } });
}
