import { presentFiles } from './files/present';
import { iso, omit } from './http';
import type { ZendeskState } from './state';
import type { Audit, CommentEvent, FieldDefinition, Identity, Named, Status, Ticket, User } from './types';
import { primaryEmail } from './users/userIndex';

/** Status → its default custom status. */
export const customStatusId = (status: Status): number =>
	1_900_000_000_100 + ['new', 'open', 'pending', 'hold', 'solved', 'closed'].indexOf(status);

export function presentUser(state: ZendeskState, user: User) {
	return {
		url: `${state.apiUrl}/users/${user.id}.json`,
		...omit(user, 'identities'),
		email: primaryEmail(user),
		user_fields: Object.fromEntries(state.userFields.map(({ key = '' }) => [key, user.user_fields[key] ?? null])),
		shared: false,
		shared_agent: false,
		moderator: user.role !== 'end-user',
		ticket_restriction: user.role === 'end-user' ? 'requested' : null,
		only_private_comments: false,
		restricted_agent: false,
		photo: null,
		default_group_id: user.role === 'end-user' ? null : state.groups[0].id,
		last_login_at: null,
		created_at: iso(user.created_at),
		updated_at: iso(user.updated_at),
	};
}

export const presentIdentity = (state: ZendeskState, identity: Identity) => ({
	url: `${state.apiUrl}/users/${identity.user_id}/identities/${identity.id}.json`,
	...identity,
	deliverable_state: 'deliverable',
	created_at: iso(identity.created_at),
	updated_at: iso(identity.updated_at),
});

export const isCustomField = (field: FieldDefinition): boolean => !field.system;

export function presentTicket(state: ZendeskState, ticket: Ticket) {
	const comments = state.comments(ticket.id);
	return {
		url: `${state.apiUrl}/tickets/${ticket.id}.json`,
		id: ticket.id,
		external_id: ticket.external_id,
		via: ticket.via,
		created_at: iso(ticket.created_at),
		updated_at: iso(ticket.updated_at),
		generated_timestamp: Math.floor(ticket.updated_at / 1000),
		type: ticket.type,
		subject: ticket.subject,
		raw_subject: ticket.subject,
		description: ticket.description,
		priority: ticket.priority,
		status: ticket.deleted_at === null ? ticket.status : 'deleted',
		recipient: null,
		requester_id: ticket.requester_id,
		submitter_id: ticket.submitter_id,
		assignee_id: ticket.assignee_id,
		organization_id: ticket.organization_id,
		group_id: ticket.group_id,
		collaborator_ids: [],
		follower_ids: [],
		email_cc_ids: [],
		forum_topic_id: null,
		problem_id: ticket.problem_id,
		has_incidents: false,
		is_public: comments.some(({ comment }) => comment.public),
		due_at: ticket.due_at,
		tags: ticket.tags,
		custom_fields: state.ticketFields
			.filter(isCustomField)
			.map(({ id }) => ({ id, value: ticket.custom_fields.find((field) => field.id === id)?.value ?? null })),
		satisfaction_rating: null,
		sharing_agreement_ids: [],
		custom_status_id: customStatusId(ticket.status),
		followup_ids: ticket.followup_ids,
		ticket_form_id: ticket.ticket_form_id,
		brand_id: ticket.brand_id,
		allow_channelback: false,
		allow_attachments: true,
		from_messaging_channel: false,
	};
}

export const presentComment = (state: ZendeskState, audit: Audit, comment: CommentEvent, withInline = true) => ({
	...comment,
	attachments: presentFiles(state, comment.attachments, withInline),
	audit_id: audit.id,
	via: audit.via,
	created_at: iso(audit.created_at),
	metadata: audit.metadata,
});

export const presentAudit = (state: ZendeskState, audit: Audit) => ({
	...audit,
	created_at: iso(audit.created_at),
	events: audit.events.map((event) =>
		event.type === 'Comment' ? { ...event, attachments: presentFiles(state, event.attachments, true), audit_id: audit.id } : event,
	),
});

export const presentField = (state: ZendeskState, path: string, field: FieldDefinition) => ({
	url: `${state.apiUrl}/${path}/${field.id}.json`,
	...omit(field, 'options'),
	...(field.options ? { custom_field_options: field.options.map((option) => ({ ...option, raw_name: option.name })) } : {}),
	raw_title: field.title,
	raw_description: field.description,
	created_at: iso(field.created_at),
	updated_at: iso(field.updated_at),
});

export const presentNamed = (state: ZendeskState, path: string, entry: Named) => ({
	url: `${state.apiUrl}/${path}/${entry.id}.json`,
	...entry,
	created_at: iso(entry.created_at),
	updated_at: iso(entry.updated_at),
});

/** `include=users`. */
export const sideLoadedUsers = (state: ZendeskState, ids: Array<number | null>) =>
	[...new Set(ids)].flatMap((id) => {
		const user = id === null ? undefined : state.users.get(id);
		return user === undefined ? [] : [presentUser(state, user)];
	});
