import { pickList } from '../shared/operation';
import { z } from '../shared/schema';
import { objectBody } from '../shared/transport/call';
import { zendesk } from './api';
import { cursorShape } from './shapes';

const named = z.object({ id: z.coerce.string(), name: z.string().nullish(), title: z.string().nullish(), email: z.string().nullish() }).passthrough();

type Named = z.infer<typeof named>;

const asOption = ({ id, name, title, email }: Named) => ({ name: [name ?? title ?? id, email ? `(${email})` : ''].filter(Boolean).join(' '), value: id });

/** A list that pages by cursor; Zendesk filters none of them, so the filter works on each page. */
const listOf = (path: string, key: string) =>
	pickList(zendesk, {
		call: (page) => ({ method: 'GET', path, query: { 'page[size]': 100, ...(page === '' ? {} : { 'page[after]': page }) } }),
		rows: (answer) => named.array().parse(objectBody(answer)[key] ?? []).map(asOption),
		next: (answer) => {
			const cursor = cursorShape.safeParse(answer.body);
			return cursor.success && cursor.data.meta.has_more ? (cursor.data.meta.after_cursor ?? undefined) : undefined;
		},
	});

/** What the node's pick lists offer. */
export const listSearch = {
	searchAgents: listOf('/api/v2/users?role%5B%5D=agent&role%5B%5D=admin', 'users'),
	searchBrands: listOf('/api/v2/brands', 'brands'),
	searchGroups: listOf('/api/v2/groups', 'groups'),
	searchOrganizations: listOf('/api/v2/organizations', 'organizations'),
	searchTicketForms: listOf('/api/v2/ticket_forms', 'ticket_forms'),
	searchTriggerCategories: listOf('/api/v2/trigger_categories', 'trigger_categories'),
	searchTriggers: listOf('/api/v2/triggers', 'triggers'),
	searchWebhooks: listOf('/api/v2/webhooks', 'webhooks'),
};
