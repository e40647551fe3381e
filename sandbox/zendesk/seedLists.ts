import { indexOrganization } from './organizations/write';
import type { ZendeskState } from './state';

const DAY = 24 * 60 * 60_000;

/** One organization, an ordinary trigger of the account, and its categories. */
export function seedLists(state: ZendeskState): void {
	const at = Date.now() - 400 * DAY;
	const dated = { created_at: at, updated_at: at };
	const organization = {
		id: state.nextId(), name: 'Sandbox Wholesale', external_id: 'org-1', details: null, notes: null, group_id: null, domain_names: ['wholesale.example.com'],
		tags: [], organization_fields: {}, shared_tickets: false, shared_comments: false, ...dated,
	};
	state.organizations.set(organization.id, organization);
	indexOrganization(state, organization);
	const category = { id: String(state.nextId()), name: 'Initial category', position: 0, ...dated };
	state.triggerCategories = [category];
	const trigger = {
		id: state.nextId(),
		title: 'Notify requester of received request (standard)',
		active: true,
		position: 0,
		category_id: category.id,
		description: null,
		conditions: { all: [{ field: 'update_type', operator: 'is', value: 'Create' }, { field: 'role', operator: 'is', value: 'end_user' }], any: [] },
		actions: [{ field: 'notification_user', value: ['requester_id', 'Request received: {{ticket.title}}', 'Your request ({{ticket.id}}) has been received.'] }],
		...dated,
	};
	state.triggers.set(trigger.id, trigger);
}
