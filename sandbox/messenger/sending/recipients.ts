import { z } from 'zod';
import { badParam, GraphError } from '../graph/errors';
import { idText, structured } from '../graph/params';
import { RULES } from '../rules';
import type { MessengerState } from '../state';
import type { Page, Person } from '../types';

const WEEK = 7 * 24 * 3_600_000;

export const recipientInput = structured(
	z.object({
		id: idText.optional(),
		user_ref: idText.optional(),
		comment_id: idText.optional(),
		post_id: idText.optional(),
		notification_messages_token: idText.optional(),
		one_time_notif_token: idText.optional(),
	}),
);

export type RecipientInput = z.output<typeof recipientInput>;

export interface Recipient {
	person: Person;
	/** Absent from the answer where the recipient was no PSID. */
	answers: boolean;
	/** A reply to a comment or post: needs no window, once. */
	privateReply?: { at: number; answered: boolean };
	/** A marketing opt-in: needs no window. */
	notification?: boolean;
}

const unknown = (): GraphError => new GraphError('100/2018001', RULES.recipientUnknown);

function found(person: Person | undefined, more: Omit<Recipient, 'person'>): Recipient {
	if (person === undefined) throw unknown();
	return { person, ...more };
}

/** Who is meant on this Page. A PSID of another Page is nobody here. */
export function findRecipient(state: MessengerState, page: Page, input: RecipientInput): Recipient {
	const named = Object.entries(input).filter(([, value]) => value !== undefined);
	if (named.length !== 1) throw badParam('Param recipient must name exactly one of id, user_ref, comment_id, post_id', RULES.recipientKinds);
	const [[kind, id]] = named;
	const here = state.on(page);
	if (kind === 'id') return found(here.find(({ psid }) => psid === id), { answers: true });
	if (kind === 'user_ref') return found(here.find(({ userRefs }) => userRefs.has(id)), { answers: false });
	if (kind === 'comment_id' || kind === 'post_id') {
		const person = here.find(({ comments }) => comments.get(id)?.kind === kind);
		return found(person, { answers: true, privateReply: person?.comments.get(id) });
	}
	return found(here.find(({ notificationTokens }) => notificationTokens.has(id)), { answers: true, notification: true });
}

/** One private reply, within 7 days; counts it. */
export function takePrivateReply(comment: { at: number; answered: boolean }): void {
	if (comment.answered || Date.now() - comment.at > WEEK) {
		throw new GraphError('10/2018278', comment.answered ? RULES.privateReplyRefused : RULES.privateReply);
	}
	comment.answered = true;
}
