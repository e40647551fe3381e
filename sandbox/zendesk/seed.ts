import type { ZendeskLimits } from '../control/types';
import { newSecret, ulid } from './ids';
import { seedLists } from './seedLists';
import type { ZendeskState } from './state';
import type { FieldDefinition, Named, Role, User } from './types';
import { indexUser } from './users/userIndex';
import { newUser } from './users/newUser';

export const DEFAULT_LIMITS: Readonly<ZendeskLimits> = {
	accountPerMinute: 700,
	updatesPerMinute: 100,
	updatesPerTicketPer10Min: 30,
	updatesPerUserPerMinute: 5,
	userUpdatesPerSecond: 1,
	incrementalPerMinute: 10,
	searchLagMs: 60_000,
	webhookTimeoutMs: 12_000,
	resignRetries: true,
};

const DAY = 24 * 60 * 60_000;

function person(state: ZendeskState, role: Role, name: string, email: string): User {
	const at = Date.now() - 400 * DAY;
	const id = state.nextId();
	const user = newUser({ id, name, role, verified: true }, at);
	user.identities.push({ id: state.nextId(), user_id: id, type: 'email', value: email, verified: true, primary: true, created_at: at, updated_at: at });
	state.users.set(id, user);
	indexUser(state, user);
	return user;
}

const named = (state: ZendeskState, name: string): Named => {
	const at = Date.now() - 400 * DAY;
	return { id: state.nextId(), name, created_at: at, updated_at: at };
};

function field(state: ZendeskState, type: string, title: string, more: Partial<FieldDefinition> = {}): FieldDefinition {
	const at = Date.now() - 400 * DAY;
	return {
		id: state.nextId(),
		type,
		title,
		description: '',
		position: 9999,
		active: true,
		system: false,
		regexp_for_validation: null,
		created_at: at,
		updated_at: at,
		...more,
	};
}

/** Somebody else's integration: whatever we do, it must stand afterwards as it stood before. */
function foreignWebhook(state: ZendeskState, owner: User): void {
	const at = Date.now() - 90 * DAY;
	const id = ulid();
	state.webhooks.set(id, {
		id,
		name: 'Warehouse export (other team)',
		description: 'Do not touch: nightly export',
		endpoint: 'https://warehouse.example.com/zendesk',
		http_method: 'POST',
		request_format: 'json',
		status: 'inactive',
		subscriptions: ['zen:event-type:ticket.status_changed'],
		authentication: { type: 'bearer_token', data: { token: 'warehouse-token' }, add_position: 'header' },
		custom_headers: null,
		secret: newSecret(),
		created_at: at,
		created_by: owner.id,
		updated_at: at,
		updated_by: owner.id,
	});
}

/** The two accounts have clients and tokens of their own; a client of one means nothing to the other. */
function seedClients(state: ZendeskState, api: User): void {
	const outlet = state.account.path !== '';
	const name = outlet ? 'outlet' : 'sandbox';
	const now = Date.now();
	state.clients = [
		{ id: state.nextId(), identifier: `${name}_client`, secret: `${name}-client-secret`, user_id: api.id },
		{ id: state.nextId(), identifier: `${name}_public`, user_id: api.id },
	];
	state.apiTokens = [{ id: state.nextId(), token: `${name}-api-token`, description: 'made before tokens ended', created_at: now - 400 * DAY, last_used_at: now - DAY }];
	if (outlet) return;
	const allowed = ['read', 'tickets:read', 'users:read', 'webhooks:read', 'triggers:read'];
	state.clients.push({ id: state.nextId(), identifier: 'sandbox_reader', secret: 'sandbox-reader-secret', user_id: api.id, allowed });
}

/** A small help desk: an API user, two agents, a customer who only ever wrote e-mails. */
export function seed(state: ZendeskState): void {
	const api = person(state, 'admin', 'Integration (API user)', 'integration@sandbox.example.com');
	const agent = person(state, 'agent', 'Nora Lindqvist', 'nora@sandbox.example.com');
	person(state, 'agent', 'Tomás Herrera', 'tomas@sandbox.example.com');
	person(state, 'end-user', 'Edith Email', 'edith@example.com');
	seedClients(state, api);
	state.groups = [named(state, 'Support'), named(state, 'Billing')];
	state.brands = [named(state, 'Sandbox Sports'), named(state, 'Sandbox Outlet')];
	state.ticketForms = [named(state, 'Default ticket form'), named(state, 'Returns')];
	state.userFields = [field(state, 'text', 'Braze external ID', { key: 'braze_external_id' })];
	state.ticketFields = [
		field(state, 'subject', 'Subject', { system: true }),
		field(state, 'description', 'Description', { system: true }),
		field(state, 'status', 'Status', { system: true }),
		field(state, 'tickettype', 'Type', { system: true }),
		field(state, 'priority', 'Priority', { system: true }),
		field(state, 'group', 'Group', { system: true }),
		field(state, 'assignee', 'Assignee', { system: true }),
		field(state, 'text', 'Order number'),
		field(state, 'date', 'Delivery date'),
	];
	foreignWebhook(state, agent);
	seedLists(state);
	// The seeded people have been there for long: search knows them.
	state.index.age(DAY);
}
