import { z } from 'zod';
import { recordInvalid, type ZendeskError } from '../errors';
import { checkFieldValue } from './fieldValues';
import { customStatusId } from '../present';
import { RULES } from '../rules';
import type { ZendeskState } from '../state';
import { PRIORITIES, STATUSES, TICKET_TYPES, type CustomField, type TicketFields } from '../types';
import { findByIdentity } from '../users/userWrite';

const id = z.union([z.number().int(), z.string().regex(/^\d+$/).transform(Number)]);

export const commentInput = z.object({
	body: z.string().nullish(),
	html_body: z.string().nullish(),
	public: z.boolean().optional(),
	author_id: id.nullish(),
	uploads: z.union([z.array(z.string()), z.string().transform((token) => [token])]).nullish(),
});

export type CommentInput = z.output<typeof commentInput>;

const requesterInput = z.union([
	z.string(),
	z.number().int(),
	z.object({ name: z.string().nullish(), email: z.string().nullish(), user_fields: z.record(z.unknown()).optional() }),
]);

export type RequesterInput = z.output<typeof requesterInput>;

export const ticketInput = z.object({
	subject: z.string().nullish(),
	description: z.string().nullish(),
	comment: z.union([z.string().transform((body): CommentInput => ({ body })), commentInput]).optional(),
	requester: requesterInput.nullish(),
	requester_id: id.nullish(),
	submitter_id: id.nullish(),
	assignee_id: id.nullish(),
	assignee_email: z.string().nullish(),
	group_id: id.nullish(),
	organization_id: id.nullish(),
	brand_id: id.nullish(),
	ticket_form_id: id.nullish(),
	problem_id: id.nullish(),
	due_at: z.string().nullish(),
	status: z.string().optional(),
	priority: z.string().nullish(),
	type: z.string().nullish(),
	tags: z.array(z.string()).optional(),
	/** In update_many only. */
	additional_tags: z.array(z.string()).optional(),
	remove_tags: z.array(z.string()).optional(),
	custom_status_id: id.nullish(),
	custom_fields: z.array(z.object({ id, value: z.unknown() })).optional(),
	external_id: z.union([z.string(), z.number().transform(String)]).nullish(),
	metadata: z.record(z.unknown()).optional(),
	via_followup_source_id: id.nullish(),
	safe_update: z.unknown(),
	updated_stamp: z.string().optional(),
});

export type TicketInput = z.output<typeof ticketInput>;

export const ticketBody = z.object({ ticket: ticketInput });

const invalid = (field: string, value: unknown, rule: ZendeskError['rule'] = RULES.invalidValue): ZendeskError =>
	recordInvalid({ [field]: [{ description: `${field}: ${String(value)} is not valid`, error: 'InvalidValue' }] }, rule);

function oneOf<Value extends string>(field: string, allowed: readonly Value[], value: string): Value {
	const found = allowed.find((each) => each === value);
	if (found === undefined) throw invalid(field, value);
	return found;
}

function knownId(field: string, entries: Array<{ id: number }>, value: number): number {
	if (!entries.some((entry) => entry.id === value)) throw invalid(field, value);
	return value;
}

function statusOf(customStatus: number): TicketFields['status'] {
	const found = STATUSES.find((status) => customStatusId(status) === customStatus);
	if (found === undefined) throw invalid('custom_status_id', customStatus);
	return found;
}

function assignee(state: ZendeskState, input: TicketInput): number | null | undefined {
	const byEmail = input.assignee_email ? findByIdentity(state, 'email', input.assignee_email) : undefined;
	if (input.assignee_email && byEmail === undefined) throw invalid('assignee', input.assignee_email, RULES.requesterInvalid);
	const wanted = input.assignee_id ?? byEmail?.id ?? input.assignee_id;
	if (wanted === undefined || wanted === null) return wanted;
	const user = state.users.get(wanted);
	if (user === undefined || user.role === 'end-user') throw invalid('assignee', wanted, RULES.requesterInvalid);
	return wanted;
}

/** Sent custom fields over the standing ones; fields that the account does not have are dropped (unconfirmed). */
function customFields(state: ZendeskState, sent: CustomField[], standing: CustomField[]): CustomField[] {
	const merged = new Map(standing.map(({ id: fieldId, value }) => [fieldId, value]));
	for (const { id: fieldId, value } of sent) {
		const definition = state.ticketFields.find((field) => field.id === fieldId && !field.system);
		if (definition === undefined) continue;
		checkFieldValue(definition, value);
		merged.set(fieldId, value);
	}
	return [...merged].map(([fieldId, value]) => ({ id: fieldId, value }));
}

/** The fields that were sent, checked; the requester is another matter. */
export function fieldsFrom(state: ZendeskState, input: TicketInput, standing: CustomField[] = []): Partial<TicketFields> {
	const fields: Partial<TicketFields> = {};
	if (input.custom_status_id) fields.status = statusOf(input.custom_status_id);
	if (input.status !== undefined) fields.status = oneOf('status', STATUSES, input.status);
	if (input.priority !== undefined) fields.priority = input.priority ? oneOf('priority', PRIORITIES, input.priority) : null;
	if (input.type !== undefined) fields.type = input.type ? oneOf('type', TICKET_TYPES, input.type) : null;
	if (input.subject !== undefined) fields.subject = input.subject;
	if (input.external_id !== undefined) fields.external_id = input.external_id;
	if (input.tags !== undefined) fields.tags = [...new Set(input.tags)];
	if (input.group_id !== undefined) fields.group_id = input.group_id && knownId('group', state.groups, input.group_id);
	if (input.brand_id) fields.brand_id = knownId('brand', state.brands, input.brand_id);
	if (input.ticket_form_id) fields.ticket_form_id = knownId('ticket_form', state.ticketForms, input.ticket_form_id);
	if (input.organization_id !== undefined) fields.organization_id = input.organization_id && knownId('organization', [...state.organizations.values()], input.organization_id);
	if (input.problem_id !== undefined) fields.problem_id = input.problem_id;
	if (input.due_at !== undefined) fields.due_at = input.due_at;
	if (input.custom_fields !== undefined) fields.custom_fields = customFields(state, input.custom_fields, standing);
	const assigneeId = assignee(state, input);
	if (assigneeId !== undefined) fields.assignee_id = assigneeId;
	return fields;
}
