/** What the pretended Zendesk keeps. Names are Zendesk's own; times are ms since 1970 so that the world can be aged. */

export type Millis = number;

export type Role = 'end-user' | 'agent' | 'admin';

export const STATUSES = ['new', 'open', 'pending', 'hold', 'solved', 'closed'] as const;
export type Status = (typeof STATUSES)[number];

export const PRIORITIES = ['low', 'normal', 'high', 'urgent'] as const;
export type Priority = (typeof PRIORITIES)[number];

export const TICKET_TYPES = ['problem', 'incident', 'question', 'task'] as const;
export type TicketType = (typeof TICKET_TYPES)[number];

export interface Identity {
	id: number;
	user_id: number;
	type: string;
	value: string;
	verified: boolean;
	primary: boolean;
	created_at: Millis;
	updated_at: Millis;
}

export interface User {
	id: number;
	name: string;
	role: Role;
	external_id: string | null;
	phone: string | null;
	shared_phone_number: boolean | null;
	/** By key; keys that are no user field are not kept. */
	user_fields: Record<string, unknown>;
	tags: string[];
	notes: string | null;
	details: string | null;
	alias: string | null;
	locale: string;
	time_zone: string;
	organization_id: number | null;
	verified: boolean;
	suspended: boolean;
	/** False once deleted: the record stays readable by its id. */
	active: boolean;
	identities: Identity[];
	created_at: Millis;
	updated_at: Millis;
}

/** REST shows an API write as `api`; event payloads say `web_service`. */
export interface Via {
	channel: 'api' | 'web' | 'email' | 'rule';
	source: { from: Record<string, unknown>; to: Record<string, unknown>; rel: string | null };
}

export interface CustomField {
	id: number;
	value?: unknown;
}

/** The part of a ticket that an update can change; each change is one event of its audit. */
export interface TicketFields {
	status: Status;
	subject: string | null;
	priority: Priority | null;
	type: TicketType | null;
	external_id: string | null;
	tags: string[];
	requester_id: number;
	assignee_id: number | null;
	group_id: number | null;
	organization_id: number | null;
	brand_id: number;
	ticket_form_id: number;
	problem_id: number | null;
	due_at: string | null;
	custom_fields: CustomField[];
}

export interface Ticket extends TicketFields {
	id: number;
	submitter_id: number;
	description: string;
	via: Via;
	/** What a comment without `public` gets: the first comment's value. */
	public_by_default: boolean;
	followup_ids: number[];
	created_at: Millis;
	updated_at: Millis;
	solved_at: Millis | null;
	deleted_at: Millis | null;
}

export interface Metadata {
	system: Record<string, unknown>;
	custom: Record<string, unknown>;
}

export interface CommentEvent {
	id: number;
	type: 'Comment';
	author_id: number;
	public: boolean;
	body: string;
	html_body: string;
	plain_body: string;
	/** Ids of its files, inline pictures included. */
	attachments: number[];
}

export interface FieldEvent {
	id: number;
	type: 'Create' | 'Change';
	/** A ticket field's name, or a custom field's id. */
	field_name: string;
	value: unknown;
	previous_value?: unknown;
	/** Where a rule did it. */
	via?: Via;
}

export interface Audit {
	id: number;
	ticket_id: number;
	author_id: number;
	via: Via;
	metadata: Metadata;
	created_at: Millis;
	events: Array<CommentEvent | FieldEvent>;
}

export interface Webhook {
	id: string;
	name: string;
	description: string | null;
	endpoint: string;
	http_method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
	request_format: 'json' | 'xml' | 'form_encoded';
	status: 'active' | 'inactive';
	subscriptions: string[];
	authentication: WebhookAuthentication | null;
	custom_headers: Record<string, string> | null;
	secret: string;
	created_at: Millis;
	created_by: number;
	updated_at: Millis;
	updated_by: number;
}

export type WebhookAuthentication =
	| { type: 'bearer_token'; data: { token: string }; add_position: 'header' }
	| { type: 'basic_auth'; data: { username: string; password: string }; add_position: 'header' }
	| { type: 'api_key'; data: { name: string; value: string }; add_position: 'header' };

export interface InvocationAttempt {
	id: string;
	invocation_id: string;
	status: string;
	status_code: number;
	completed_at: Millis;
	request: { headers: Record<string, string>; payload: string };
	response: { headers: Record<string, string>; payload: string };
}

export interface Invocation {
	id: string;
	webhook_id: string;
	/** `accepted` until the last attempt is over. */
	status: string;
	status_code: number | null;
	event_type: string;
	created_at: Millis;
	latest_completed_at: Millis | null;
	attempts: InvocationAttempt[];
}

/** A choice of a drop-down; `value` is what is written and read. */
export interface FieldOption {
	id: number;
	name: string;
	value: string;
	position: number;
}

/** A user field or a ticket field of the account. */
export interface FieldDefinition {
	id: number;
	type: string;
	/** User fields only. */
	key?: string;
	title: string;
	description: string;
	position: number;
	active: boolean;
	system: boolean;
	regexp_for_validation: string | null;
	/** dropdown and multiselect only. */
	options?: FieldOption[];
	created_at: Millis;
	updated_at: Millis;
}

export interface Named {
	id: number;
	name: string;
	created_at: Millis;
	updated_at: Millis;
}

/** A ticket that waits for a look because its sender is not trusted; it is no ticket yet. */
export interface SuspendedTicket {
	id: number;
	author: { id: number | null; name: string; email: string };
	cause: string;
	subject: string;
	content: string;
	recipient: string | null;
	created_at: Millis;
	updated_at: Millis;
}

/** Who does something, and how it came in. */
export interface Act {
	actor: User;
	via: Via;
	custom?: Record<string, unknown>;
}

export interface NewComment {
	author_id: number;
	public: boolean;
	body: string;
	html_body: string;
	attachments: number[];
}
