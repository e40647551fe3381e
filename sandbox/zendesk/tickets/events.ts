import { randomUUID } from 'node:crypto';
import { iso } from '../http';
import { customStatusId } from '../present';
import type { ZendeskState } from '../state';
import type { Audit, CommentEvent, FieldEvent, Ticket } from '../types';
import { sendToWebhook } from '../webhooks/webhookDelivery';

/** Field → event, and how its values are written: upper case, ids as strings, plain. */
const FIELD_EVENTS: Record<string, [type: string, write: (value: unknown) => unknown]> = {
	status: ['status_changed', upper],
	priority: ['priority_changed', upper],
	type: ['type_changed', upper],
	subject: ['subject_changed', plain],
	external_id: ['external_id_changed', plain],
	requester_id: ['requester_changed', idText],
	assignee_id: ['agent_assignment_changed', idText],
	group_id: ['group_assignment_changed', idText],
	organization_id: ['organization_changed', idText],
	brand_id: ['brand_changed', idText],
	ticket_form_id: ['form_changed', idText],
	problem_id: ['problem_link_changed', idText],
};

function upper(value: unknown): unknown {
	return typeof value === 'string' ? value.toUpperCase() : null;
}

function idText(value: unknown): unknown {
	return value === null || value === undefined ? null : String(value);
}

function plain(value: unknown): unknown {
	return value ?? null;
}

/** ISO time with nine decimals, as in event payloads. */
const nanoTime = (ms: number): string => `${new Date(ms).toISOString().slice(0, -1)}${String(ms % 1000).padStart(6, '0')}Z`;

const CHANNELS = { api: 'web_service', web: 'web', email: 'email', rule: 'rule' } as const;

function detail(state: ZendeskState, ticket: Ticket, audit: Audit) {
	return {
		actor_id: String(audit.author_id),
		assignee_id: idText(ticket.assignee_id),
		brand_id: String(ticket.brand_id),
		created_at: iso(ticket.created_at),
		custom_status: String(customStatusId(ticket.status)),
		description: ticket.description,
		external_id: ticket.external_id,
		form_id: String(ticket.ticket_form_id),
		group_id: idText(ticket.group_id),
		id: String(ticket.id),
		is_public: state.comments(ticket.id).some(({ comment }) => comment.public),
		organization_id: idText(ticket.organization_id),
		priority: upper(ticket.priority),
		requester_id: String(ticket.requester_id),
		status: upper(ticket.status),
		subject: ticket.subject,
		submitter_id: String(ticket.submitter_id),
		tags: ticket.tags,
		type: upper(ticket.type),
		updated_at: iso(ticket.updated_at),
		via: { channel: CHANNELS[audit.via.channel] },
	};
}

function commentAdded(state: ZendeskState, audit: Audit, comment: CommentEvent, position: number) {
	const author = state.users.get(comment.author_id);
	return {
		comment: {
			id: String(comment.id),
			author: { id: String(comment.author_id), is_staff: author?.role !== 'end-user', name: author?.name ?? '' },
			body: comment.body,
			html_body: comment.html_body,
			is_public: comment.public,
		},
		meta: { sequence: { id: String(audit.id), position } },
	};
}

function fieldChanged({ field_name: name, value, previous_value: previous }: FieldEvent): [string, object] | undefined {
	if (name === 'tags' && Array.isArray(value) && Array.isArray(previous)) {
		return ['tags_changed', { tags_added: value.filter((tag) => !previous.includes(tag)), tags_removed: previous.filter((tag) => !value.includes(tag)) }];
	}
	if (/^\d+$/.test(name)) return ['custom_field_changed', { field: { id: name }, current: value, previous }];
	const known = FIELD_EVENTS[name];
	return known && [known[0], { current: known[1](value), previous: known[1](previous) }];
}

/** What an audit means to the webhooks, in order of happening. Whether a new ticket's first comment also counts as added is not documented; here it does. */
export function publish(state: ZendeskState, ticket: Ticket, audit: Audit, created: boolean): void {
	const happened: Array<[string, object]> = created ? [['created', { meta: { sequence: { id: String(audit.id), position: 1 } } }]] : [];
	for (const event of audit.events) {
		if (event.type === 'Comment') happened.push(['comment_added', commentAdded(state, audit, event, happened.length + 1)]);
		const change = event.type === 'Change' ? fieldChanged(event) : undefined;
		if (change) happened.push(change);
	}
	for (const [name, event] of happened) {
		const type = `zen:event-type:ticket.${name}`;
		const payload = {
			account_id: state.account.id,
			detail: detail(state, ticket, audit),
			event,
			id: randomUUID(),
			subject: `zen:ticket:${ticket.id}`,
			time: nanoTime(audit.created_at),
			type,
			zendesk_event_version: '2022-11-06',
		};
		for (const webhook of state.webhooks.values()) {
			if (webhook.status === 'active' && webhook.subscriptions.includes(type)) {
				sendToWebhook(state, webhook, { type, ticket, body: JSON.stringify(payload) });
			}
		}
	}
}
