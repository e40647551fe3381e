import type { FastifyInstance } from 'fastify';
import { pageOf } from './paging';
import { presentField, presentNamed } from './present';
import type { ZendeskState } from './state';
import type { FieldDefinition, Named } from './types';

/** The account's own lists, as much of them as a drop-down needs. */
export function pickListRoutes(app: FastifyInstance, state: ZendeskState): void {
	const list = (path: 'groups' | 'brands' | 'ticket_forms', entries: () => Named[], more: (entry: Named) => object) => {
		app.get(`/${path}`, async (request) => {
			const { items, frame } = pageOf(request, entries(), {
				baseUrl: state.world.options.baseUrl,
				id: ({ id }: Named) => id,
				sortBy: { id: ({ id }: Named) => id },
			});
			return { [path]: items.map((entry) => ({ ...presentNamed(state, path, entry), ...more(entry) })), ...frame };
		});
	};

	list('groups', () => state.groups, (group) => ({ is_public: true, deleted: false, default: group === state.groups[0] }));
	list('brands', () => state.brands, (brand) => ({
		active: true,
		is_deleted: false,
		default: brand === state.brands[0],
		subdomain: brand.name.toLowerCase().replace(/\W+/g, '-'),
		ticket_form_ids: state.ticketForms.map(({ id }) => id),
	}));
	list('ticket_forms', () => state.ticketForms, (form) => ({
		active: true,
		default: form === state.ticketForms[0],
		display_name: form.name,
		end_user_visible: true,
		in_all_brands: true,
		restricted_brand_ids: [],
		ticket_field_ids: state.ticketFields.map(({ id }) => id),
	}));

	app.get('/ticket_fields', async (request) => {
		const { items, frame } = pageOf(request, state.ticketFields, {
			baseUrl: state.world.options.baseUrl,
			id: ({ id }: FieldDefinition) => id,
			sortBy: { id: ({ id }: FieldDefinition) => id },
		});
		return { ticket_fields: items.map((field) => presentField(state, 'ticket_fields', field)), ...frame };
	});
}
