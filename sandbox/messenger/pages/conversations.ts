import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { pageOf, requirePermission } from '../graph/auth';
import { badParam, GraphError } from '../graph/errors';
import { listOf, pageEdge, pickFields, type Call } from '../graph/graph';
import type { NodeReader } from '../graph/nodes';
import { RULES } from '../rules';
import type { MessengerState } from '../state';
import type { Page, Person, StoredMessage } from '../types';

const DETAILED = 20;

const iso = (ms: number): string => new Date(ms).toISOString().replace(/\.\d+Z$/, '+0000');

const conversationId = (person: Person): string => `t_${person.psid}`;

const newestFirst = (person: Person): StoredMessage[] => person.chat.filter(({ deleted }) => !deleted).reverse();

/** Reading conversations has its own permission and its own rate. */
function mayRead(state: MessengerState, { token, path }: Call<unknown>): Page {
	requirePermission(token, 'pages_messaging');
	const page = pageOf(state, token, path.node === token.pageId ? path.node : 'me');
	state.usage.take('conversationsPerSecond', page.id);
	return page;
}

const shortMessages = (person: Person): Record<string, unknown> => listOf(newestFirst(person).map(({ mid, at }) => ({ id: mid, created_time: iso(at) })), {});

function conversation(person: Person): Record<string, unknown> {
	const participants = [{ name: `${person.first_name} ${person.last_name}`, id: person.psid }, { id: person.pageId }];
	return {
		id: conversationId(person),
		updated_time: iso(person.chat.at(-1)?.at ?? 0),
		link: `/${person.pageId}/inbox/${person.psid}`,
		message_count: newestFirst(person).length,
		participants: { data: participants },
		messages: shortMessages(person),
	};
}

/** `GET /<CONVERSATION_ID>?fields=messages` */
export const readConversation: NodeReader = (state, id, call) => {
	const person = state.people.find((each) => conversationId(each) === id && each.pageId === call.token.pageId);
	if (person === undefined) return undefined;
	mayRead(state, call);
	return pickFields(conversation(person), call.input.fields ?? ['id', 'updated_time', 'link'], 'UnifiedThread');
};

/** `GET /<MESSAGE_ID>`: older than the 20 newest it is said to be deleted. */
export const readMessage: NodeReader = (state, id, call) => {
	const person = state.people.find(({ chat, pageId }) => pageId === call.token.pageId && chat.some(({ mid }) => mid === id));
	if (person === undefined) return undefined;
	const page = mayRead(state, call);
	const messages = newestFirst(person);
	const at = messages.findIndex(({ mid }) => mid === id);
	if (at === -1 || at >= DETAILED) throw new GraphError('9000001', RULES.oldDetails);
	const message = messages[at];
	const customer = { name: `${person.first_name} ${person.last_name}`, id: person.psid };
	const ours = { name: page.name, id: page.id };
	const whole = {
		id,
		created_time: iso(message.at),
		from: message.direction === 'in' ? customer : ours,
		to: { data: [message.direction === 'in' ? ours : customer] },
		message: message.text ?? '',
		attachments: { data: (message.attachments ?? []).map(({ type, payload }) => ({ mime_type: type, ...payload })) },
	};
	return pickFields(whole, call.input.fields ?? ['id', 'created_time'], 'UnifiedMessage');
};

/** `GET /<PAGE_ID>/conversations?platform=messenger&user_id=` */
export function conversations(app: FastifyInstance, state: MessengerState): void {
	pageEdge(app, state, {
		method: 'GET',
		path: '/:node/conversations',
		permissions: ['pages_messaging'],
		input: z.object({ platform: z.string().optional(), user_id: z.string().optional(), after: z.string().optional(), limit: z.coerce.number().int().positive().optional() }),
		answer(call) {
			const { input: { platform = 'messenger', user_id: psid, ...paging }, page } = call;
			if (platform !== 'messenger' && platform !== 'instagram') throw badParam('Param platform must be messenger or instagram');
			state.usage.take('conversationsPerSecond', page.id);
			const people = platform === 'instagram' ? [] : state.on(page).filter((person) => person.startedAt !== undefined && (psid === undefined || person.psid === psid));
			return listOf(people.map((person) => ({ id: conversationId(person), link: `/${page.id}/inbox/${person.psid}`, updated_time: iso(person.chat.at(-1)?.at ?? 0) })), paging, call);
		},
	});
}
