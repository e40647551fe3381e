import { field, type InputOf } from '../../../shared/operation';
import { commentContent } from '../../commentContent';
import { assigneeField, authorField, customFieldsField, priorityField, publicField, statusField, ticketExtras, ticketIdField, typeField, updatedStampField } from './ticketFields';

/** What a new ticket is made of, alone or in a job. */
export const newTicketFields = {
	subject: field.requiredText({ displayName: 'Subject' }),
	comment: field.requiredText({ displayName: 'Comment', description: 'The first comment, as plain text' }),
	requesterId: field.numericId({ displayName: 'Requester ID', description: 'The Zendesk user who asks; User: Resolve finds or makes it' }),
	public: publicField,
	customFields: customFieldsField,
};

export const newTicketExtras = {
	...ticketExtras,
	assigneeId: assigneeField,
	authorId: field.optionalNumericId({ displayName: 'Comment Author ID', description: 'Who wrote the first comment; the API user if not given' }),
	externalId: field.optionalId({ displayName: 'External ID', description: 'Your own id of the ticket; Zendesk does not check that it is unique' }),
	priority: priorityField,
	status: statusField,
	type: typeField,
	uploads: field.textList({ displayName: 'Uploads', description: 'Tokens of Attachment: Upload; each may be used once' }),
};

/** What may change on a ticket, alone or in a job. */
export const changeFields = {
	ticketId: ticketIdField,
	comment: field.optionalText({ displayName: 'Comment', description: 'Added as plain text; leave empty to change fields only' }),
	public: publicField,
	customFields: customFieldsField,
};

export const changeExtras = {
	...ticketExtras,
	assigneeId: assigneeField,
	authorId: authorField,
	externalId: field.optionalId({ displayName: 'External ID' }),
	priority: priorityField,
	requesterId: field.optionalNumericId({ displayName: 'Requester ID' }),
	status: statusField,
	subject: field.optionalText({ displayName: 'Subject' }),
	type: typeField,
	updatedStamp: updatedStampField,
	uploads: field.textList({ displayName: 'Uploads', description: 'Tokens of Attachment: Upload, for the comment; each may be used once' }),
};

type Extras = InputOf<typeof newTicketExtras>;
type Change = InputOf<typeof changeExtras>;

const someOf = <T>(list: T[] | undefined): T[] | undefined => (list === undefined || list.length === 0 ? undefined : list);

function customFieldsOf(values: Record<string, unknown>): Array<{ id: number; value: unknown }> | undefined {
	return someOf(Object.entries(values).map(([id, value]) => ({ id: Number(id), value })));
}

/** The part that new and changed tickets have in common. */
const commonOf = (more: Partial<Extras>, customFields: Record<string, unknown>) => ({
	assignee_id: more.assigneeId,
	external_id: more.externalId,
	priority: more.priority,
	status: more.status,
	type: more.type,
	brand_id: more.brandId,
	group_id: more.groupId,
	tags: more.tags,
	ticket_form_id: more.ticketFormId,
	custom_fields: customFieldsOf(customFields),
});

/** `public` is always said: Zendesk has no fixed default. */
export const newTicketOf = ({ subject, comment, requesterId, public: isPublic, customFields }: InputOf<typeof newTicketFields>, more: Partial<Extras>) => ({
	subject,
	requester_id: requesterId,
	comment: { ...commentContent(comment), public: isPublic, author_id: more.authorId, uploads: someOf(more.uploads) },
	...commonOf(more, customFields),
});

export const changesOf = ({ comment, public: isPublic, customFields }: InputOf<typeof changeFields>, more: Partial<Change>) => ({
	comment: comment === undefined ? undefined : { ...commentContent(comment), public: isPublic, author_id: more.authorId, uploads: someOf(more.uploads) },
	subject: more.subject,
	requester_id: more.requesterId,
	...commonOf(more, customFields),
	...(more.updatedStamp === undefined ? {} : { safe_update: true, updated_stamp: more.updatedStamp }),
});
