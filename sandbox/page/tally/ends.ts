import { z } from 'zod';
import type { World } from '../../core/world';
import { ask } from '../ask';
import type { Conversation, TicketComment } from './conversation';
import type { Text } from './matchTexts';

const phone = z.object({ messages: z.array(z.object({ id: z.string(), direction: z.enum(['in', 'out']), text: z.string() })) });
const chat = z.object({ messages: z.array(z.object({ mid: z.string(), direction: z.enum(['in', 'out']), text: z.string().optional() })) });
const tickets = z.object({ tickets: z.array(z.object({ id: z.number(), external_id: z.string().nullable(), requester_id: z.number() })) });
const ticket = z.object({
	comments: z.array(z.object({ id: z.number(), author_id: z.number(), public: z.boolean(), plain_body: z.string() })),
});

const users = z.object({ users: z.array(z.object({ id: z.number(), role: z.string() })) });

export type TicketHead = z.infer<typeof tickets>['tickets'][number];

/** Whom a ticket's link (`sms:cust-42:1`, ids percent-encoded) names. */
export function linkOf(externalId: string | null): { channel: string; customer: string } | undefined {
	const [channel, customer, count] = (externalId ?? '').split(':');
	if (customer === undefined || count === undefined) return undefined;
	try {
		return { channel, customer: decodeURIComponent(customer).replace(/^braze_id\./, '') };
	} catch {
		return undefined;
	}
}

export const readTickets = async (world: World): Promise<TicketHead[]> => (await ask(world, '/_sandbox/zendesk/tickets', tickets))?.tickets ?? [];

/** Whoever is no agent. A customer who is recognised later writes on as another user than the ticket's requester. */
async function customersAtZendesk(world: World): Promise<ReadonlySet<number>> {
	const everyone = (await ask(world, '/_sandbox/zendesk/users', users))?.users ?? [];
	return new Set(everyone.filter(({ role }) => role === 'end-user').map(({ id }) => id));
}

async function commentsOn(world: World, heads: TicketHead[]): Promise<TicketComment[]> {
	const all: TicketComment[] = [];
	if (heads.length === 0) return all;
	const customers = await customersAtZendesk(world);
	for (const { id: ticketId, requester_id: requester } of heads) {
		for (const { id, author_id: author, public: isPublic, plain_body: text } of (await ask(world, `/_sandbox/zendesk/tickets/${ticketId}`, ticket))?.comments ?? []) {
			all.push({ id: String(id), ticketId, text, fromCustomer: author === requester || customers.has(author), public: isPublic });
		}
	}
	return all;
}

const split = <Message extends { direction: 'in' | 'out' }>(messages: Message[], towardsPage: Message['direction'], text: (message: Message) => Text) => ({
	written: messages.filter(({ direction }) => direction === towardsPage).map(text),
	received: messages.filter(({ direction }) => direction !== towardsPage).map(text),
});

/** The phones of these customers. Customers who share a phone share a conversation, as nobody can tell who wrote. */
export async function phoneConversations(world: World, customers: string[], heads: TicketHead[]): Promise<Conversation[]> {
	const byFirst = new Map<string, { messages: z.infer<typeof phone>['messages']; customers: string[] }>();
	for (const customer of customers) {
		const messages = (await ask(world, `/_sandbox/customer/${encodeURIComponent(customer)}/phone`, phone))?.messages ?? [];
		const key = messages[0]?.id ?? customer;
		const shared = byFirst.get(key);
		if (shared === undefined) byFirst.set(key, { messages, customers: [customer] });
		else shared.customers.push(customer);
	}
	const conversations: Conversation[] = [];
	for (const { messages, customers: owners } of byFirst.values()) {
		const own = heads.filter(({ external_id: id }) => {
			const link = linkOf(id);
			return link?.channel === 'sms' && owners.includes(link.customer);
		});
		conversations.push({ vendor: 'braze', customers: owners, ...split(messages, 'out', ({ id, text }) => ({ id, text })), comments: await commentsOn(world, own) });
	}
	return conversations;
}

/** The Messenger chat of one person; the link names `<page>.<psid>`. */
export async function chatConversation(world: World, psid: string, heads: TicketHead[]): Promise<Conversation> {
	const messages = (await ask(world, `/_sandbox/messenger/persons/${psid}/chat`, chat))?.messages ?? [];
	const own = heads.filter(({ external_id: id }) => {
		const link = linkOf(id);
		return link?.channel === 'messenger' && link.customer.endsWith(psid);
	});
	return { vendor: 'messenger', customers: [psid], ...split(messages, 'in', ({ mid, text = '' }) => ({ id: mid, text })), comments: await commentsOn(world, own) };
}
