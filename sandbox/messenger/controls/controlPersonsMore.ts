import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { personComments } from '../deliveries/comments';
import { personAct } from './controlPersons';
import { personEdits, personReacts, personUnsends } from '../deliveries/inboundChanges';
import { inboxWrites } from '../pages/pageInbox';
import type { MessengerState } from '../state';
import type { Person, StoredMessage } from '../types';

const NO_MESSAGE = { status: 404, body: { error: 'no such message in this chat' } };

const found = (person: Person, mid: string, own: boolean): StoredMessage | undefined =>
	person.chat.find((message) => message.mid === mid && !message.deleted && (!own || message.direction === 'in'));

/** What else happens in a chat: reactions, edits, messages taken back, comments, and a human in the Page inbox. */
export function personControlMore(app: FastifyInstance, state: MessengerState): void {
	personAct(app, state, 'reactions', z.object({ mid: z.string(), emoji: z.string().optional() }), (person, { mid, emoji }) => {
		const message = found(person, mid, false);
		if (message === undefined) return NO_MESSAGE;
		personReacts(state, person, message, emoji);
		return undefined;
	});
	personAct(app, state, 'edits', z.object({ mid: z.string(), text: z.string() }), (person, { mid, text }) => {
		const message = found(person, mid, true);
		if (message === undefined) return NO_MESSAGE;
		personEdits(state, person, message, text);
		return undefined;
	});
	personAct(app, state, 'unsends', z.object({ mid: z.string() }), (person, { mid }) => {
		const message = found(person, mid, true);
		if (message === undefined) return NO_MESSAGE;
		personUnsends(state, person, message);
		return undefined;
	});
	personAct(app, state, 'comments', z.object({ text: z.string(), visitorPost: z.boolean().default(false) }), (person, { text, visitorPost }) => ({
		status: 202,
		body: { id: personComments(state, person, text, visitorPost ? 'post_id' : 'comment_id') },
	}));
	personAct(app, state, 'inbox', z.object({ text: z.string(), take: z.boolean().default(false) }), (person, { text, take }) => ({ status: 202, body: { mid: inboxWrites(state, person, text, take) } }));
}
