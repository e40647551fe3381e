import type { FastifyInstance } from 'fastify';
import { recordNotFound } from './errors';
import { integerId } from './http';
import { pageOf } from './paging';
import { presentNamed, presentUser } from './present';
import type { ZendeskState } from './state';
import type { Named } from './types';
import { userPaging } from './users/users';

/** The account's own lists, as much of them as a drop-down needs: each as a list and one by one. */
export function pickListRoutes(app: FastifyInstance, state: ZendeskState): void {
	const list = (path: 'groups' | 'brands' | 'ticket_forms', entries: () => Named[], more: (entry: Named) => object) => {
		const show = (entry: Named) => ({ ...presentNamed(state, path, entry), ...more(entry) });
		const page = (url: string) =>
			app.get(url, async (request) => {
				const { items, frame } = pageOf(request, entries(), {
					baseUrl: state.world.options.baseUrl,
					id: ({ id }: Named) => id,
					sortBy: { id: ({ id }: Named) => id },
				});
				return { [path]: items.map(show), ...frame };
			});
		page(`/${path}`);
		if (path === 'groups') page('/groups/assignable');
		app.get(`/${path}/:id`, async (request) => {
			const id = integerId(request);
			const entry = entries().find((each) => each.id === id);
			if (entry === undefined) throw recordNotFound();
			return { [path.slice(0, -1)]: show(entry) };
		});
	};

	list('groups', () => state.groups, (group) => ({ is_public: true, deleted: false, default: group === state.groups[0] }));
	list('brands', () => state.brands, (brand) => {
		const subdomain = brand === state.brands[0] ? state.account.subdomain : brand.name.toLowerCase().replace(/\W+/g, '-');
		return {
			active: true,
			is_deleted: false,
			default: brand === state.brands[0],
			subdomain,
			brand_url: `https://${subdomain}.zendesk.com`,
			ticket_form_ids: state.ticketForms.map(({ id }) => id),
		};
	});
	list('ticket_forms', () => state.ticketForms, (form) => ({
		active: true,
		default: form === state.ticketForms[0],
		display_name: form.name,
		end_user_visible: true,
		in_all_brands: true,
		restricted_brand_ids: [],
		ticket_field_ids: state.ticketFields.map(({ id }) => id),
	}));

	app.get('/groups/count', async () => ({ count: { value: state.groups.length, refreshed_at: new Date().toISOString() } }));

	// All agents are in all groups here: who is in which is no part of any scene.
	app.get('/groups/:id/users', async (request) => {
		const id = integerId(request);
		if (!state.groups.some((group) => group.id === id)) throw recordNotFound();
		const { items, frame } = pageOf(request, state.liveUsers().filter(({ role }) => role !== 'end-user'), userPaging(state));
		return { users: items.map((user) => presentUser(state, user)), ...frame };
	});
}
