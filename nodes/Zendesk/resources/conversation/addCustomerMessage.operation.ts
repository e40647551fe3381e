import type { IDataObject } from 'n8n-workflow';
import { field, storyOperation, type InputOf } from '../../../shared/operation';
import type { Door } from '../../../shared/transport/door';
import { FailureError } from '../../../shared/transport/failure';
import { commentContent } from '../../commentContent';
import { appendMessage, commentOf, metadataOf, type Content, type Message } from '../../conversation/appendMessage';
import { attachAll, toldMedia, wordsWith, type Attached } from '../../conversation/customerMedia';
import { findConversation, type Found } from '../../conversation/findConversation';
import { openTicket } from '../../conversation/openTicket';
import type { Ticket } from '../../shapes';
import { priorityField, ticketExtras, typeField } from '../ticket/ticketFields';

const fields = {
	requesterId: field.numericId({ displayName: 'Requester ID', description: 'The customer\'s Zendesk user, from User: Resolve' }),
	channel: field.requiredId({ displayName: 'Channel', description: 'Where the customer writes and is answered; first part of the ticket\'s external ID', initial: 'sms' }),
	customer: field.requiredId({ displayName: 'Customer Key', description: 'Who the customer is on that channel; second part of the ticket\'s external ID', placeholder: 'cust-42' }),
	text: field.optionalText({ displayName: 'Text', description: 'What the customer wrote, kept to the letter' }),
	mediaUrls: field.textList({ displayName: 'Media URLs', description: 'Addresses of pictures sent along. They become files on the comment; one that cannot be fetched stays below the text as a link.' }),
	deliveryId: field.optionalId({ displayName: 'Delivery ID', description: 'The sender\'s id of this delivery. With it a repeated delivery is told from a repeated word; without it every call adds a comment.' }),
	profileTicketId: field.optionalNumericId({ displayName: 'Known Ticket ID', description: 'The ticket that the customer\'s profile names, if any; it is used only when it is this customer\'s' }),
	subject: field.requiredText({ displayName: 'Subject', description: 'For a ticket that is opened', initial: 'Action needed' }),
	priority: priorityField,
	type: typeField,
	more: field.extras({
		displayName: 'Additional Fields',
		placeholder: 'Add Field',
		fields: {
			...ticketExtras,
			allowedPrivateHosts: field.textList({ displayName: 'Allowed Private Hosts', description: 'Only for a sandbox: hosts (or host:port) in your own network from which media may be fetched, separated by commas' }),
			attachMedia: field.toggle({ displayName: 'Attach Media', description: 'Whether media are fetched and attached to the comment; off: only their links stand below the text', initial: true }),
			startConversation: field.toggle({
				displayName: 'Open a Ticket if None',
				description: 'Whether a message of a customer who has no open ticket may open one. Off: it is answered with the action "ignored".',
				initial: true,
			}),
			whenSolved: field.choice({
				displayName: 'When Solved',
				options: [
					{ name: 'Open a New Ticket', value: 'new', description: 'A solved ticket stays solved' },
					{ name: 'Reopen It', value: 'reopen', description: 'The message goes to the solved ticket' },
				],
				initial: 'reopen',
			}),
		},
	}),
};

type Input = InputOf<typeof fields>;

function refuseEmpty({ text, mediaUrls }: Input): void {
	if ((text ?? '') !== '' || mediaUrls.length > 0) return;
	throw new FailureError({
		class: 'invalidInput',
		vendor: 'Zendesk Support',
		message: 'Text: the customer\'s message is empty and has no media; Zendesk takes no empty comment',
		fix: 'Nothing was sent, and nothing is lost. Filter empty messages out before this node if you expect them.',
	});
}

/** What is to be written, made at most once; `media` says what became of the pictures, once it was made. */
function composer({ text = '', mediaUrls, more }: Input, door: Door): { content: () => Promise<Content>; media: () => Attached[] } {
	let media: Attached[] = [];
	let made: Promise<Content> | undefined;
	async function make(): Promise<Content> {
		const asLinks = mediaUrls.map((url): Attached => ({ url, attached: false, why: 'attaching media is switched off' }));
		media = more.attachMedia === false ? asLinks : await attachAll(door, mediaUrls, more.allowedPrivateHosts ?? []);
		const uploads = media.flatMap((entry) => (entry.attached ? [entry.token] : []));
		return { ...commentContent(wordsWith(text, media)), ...(uploads.length === 0 ? {} : { uploads }) };
	}
	return { content: async () => await (made ??= make()), media: () => media };
}

const newTicket = async (input: Input, message: Message, { followUpOf }: Found) => ({
	subject: input.subject,
	requester_id: input.requesterId,
	comment: await commentOf(message),
	priority: input.priority,
	type: input.type,
	group_id: input.more.groupId,
	brand_id: input.more.brandId,
	ticket_form_id: input.more.ticketFormId,
	tags: input.more.tags,
	via_followup_source_id: followUpOf?.id,
	...metadataOf(message.deliveryId),
});

const told = (action: string, ticket: Ticket, more: IDataObject = {}): IDataObject => ({
	action,
	ticketId: String(ticket.id),
	externalId: ticket.external_id ?? null,
	status: ticket.status,
	...more,
});

/** Looks, writes, and looks again where the ticket was closed in between. */
async function tell(input: Input, message: Message, door: Door): Promise<IDataObject> {
	for (let round = 1; round <= 3; round++) {
		const found = await findConversation(door, {
			channel: input.channel,
			customer: input.customer,
			requesterId: input.requesterId,
			profileTicketId: input.profileTicketId,
			whenSolved: input.more.whenSolved ?? 'reopen',
		});
		let { ticket } = found;
		if (ticket === undefined) {
			if (input.more.startConversation === false) return { action: 'ignored', ticketId: null };
			const opened = await openTicket(door, found.nextExternalId, await newTicket(input, message, found));
			if (opened.action === 'duplicate') return told('duplicate', opened.ticket);
			if (opened.action === 'created') return told(found.followUpOf ? 'followUp' : 'created', opened.ticket, found.followUpOf ? { followUpOf: String(found.followUpOf.id) } : {});
			ticket = opened.ticket;
		}
		const appended = await appendMessage(door, ticket, message);
		if (appended.action !== 'closed') return told(appended.action, appended.ticket);
	}
	throw new FailureError({
		class: 'closed',
		vendor: 'Zendesk Support',
		message: 'The customer\'s tickets were closed one after the other while the message was being added',
		fix: 'Look for an automation that closes tickets at once; then send this message again.',
	});
}

/** One conversation, one ticket: the message lands on the customer's open ticket, or opens one, exactly once a delivery. */
export const addCustomerMessage = storyOperation({
	name: 'Add Customer Message',
	action: 'Add a customer message to a conversation',
	description: 'Put a message onto the customer\'s open ticket, as the customer; opens a ticket, or a follow-up of a closed one, where there is none',
	documentation: 'https://developer.zendesk.com/api-reference/ticketing/tickets/tickets/',
	calls: [
		'GET /api/v2/tickets/{ticket_id}',
		'GET /api/v2/tickets',
		'GET /api/v2/tickets/{ticket_id}/audits',
		'POST /api/v2/uploads',
		'POST /api/v2/tickets',
		'PUT /api/v2/tickets/{ticket_id}',
	],
	fields,
	retry: 'withKey',
	// Two messages of one customer at once would race for the ticket; other processes are held off by the key and the stamp.
	inTurn: ({ channel, customer }) => `${channel} ${customer}`,
	async story(input, door) {
		refuseEmpty(input);
		const { content, media } = composer(input, door);
		const result = await tell(input, { content, requesterId: input.requesterId, deliveryId: input.deliveryId }, door);
		return media().length === 0 ? result : { ...result, media: toldMedia(media()) };
	},
});
