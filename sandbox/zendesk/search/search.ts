import type { FastifyInstance, FastifyRequest } from 'fastify';
import { invalidAttribute, ZendeskError } from '../errors';
import { decidedBy, queryOf } from '../http';
import { presentOrganization } from '../organizations/routes';
import { offsetPage } from '../paging';
import { presentTicket, presentUser } from '../present';
import { RULES } from '../rules';
import type { Indexed } from './searchIndex';
import { matchesQuery, parseQuery, type Term } from './searchQuery';
import type { ZendeskState } from '../state';

/** Only so many results can be read, however many there are. */
const READABLE = 1000;

/** People are named by address, name or `me`; the index holds ids. */
function resolvePeople(state: ZendeskState, request: FastifyRequest, term: Term): Term[] {
	const { key, value } = term;
	if (!['requester', 'assignee', 'submitter'].includes(key ?? '') || /^\d+$/.test(value) || value === 'none') return [term];
	if (value === 'me') return [{ ...term, value: String(request.actor.id) }];
	const wanted = value.toLowerCase();
	const found = [...state.users.values()].find(
		({ name, identities }) =>
			name.toLowerCase().includes(wanted) || identities.some((identity) => identity.value.toLowerCase() === wanted),
	);
	return [{ ...term, value: String(found?.id ?? 'nobody') }];
}

export function findIndexed(state: ZendeskState, request: FastifyRequest, query: string): Indexed[] {
	const terms = parseQuery(query).flatMap((term) => resolvePeople(state, request, term));
	decidedBy(request, RULES.searchLag);
	return state.index.visible(state.limits.searchLagMs).filter((entry) => matchesQuery(entry, terms));
}

function sort(found: Indexed[], by: string | undefined, order: string | undefined): Indexed[] {
	const value = (entry: Indexed): number =>
		by === 'created_at' ? entry.created_at : by === 'updated_at' ? entry.updated_at : entry.id;
	const ascending = [...found].sort((a, b) => value(a) - value(b) || a.id - b.id);
	return order === 'asc' ? ascending : ascending.reverse();
}

export function presentIndexed(state: ZendeskState, entry: Indexed): object[] {
	const ticket = entry.kind === 'ticket' ? state.tickets.get(entry.id) : undefined;
	if (ticket) return [{ ...presentTicket(state, ticket), result_type: 'ticket' }];
	const organization = entry.kind === 'organization' ? state.organizations.get(entry.id) : undefined;
	if (organization) return [{ ...presentOrganization(state, organization), result_type: 'organization' }];
	const user = entry.kind === 'user' ? state.users.get(entry.id) : undefined;
	return user ? [{ ...presentUser(state, user), result_type: 'user' }] : [];
}

export function queryText(request: FastifyRequest): string {
	const { query } = queryOf(request);
	if (query === undefined || query.trim() === '') {
		throw new ZendeskError(400, { error: 'invalid', description: 'Invalid search: query is missing' }, RULES.badShape);
	}
	return query;
}

export function searchRoutes(app: FastifyInstance, state: ZendeskState): void {
	app.get('/search', async (request) => {
		const query = queryOf(request);
		if (Object.keys(query).some((name) => name.startsWith('page['))) {
			throw invalidAttribute('page', 'must be an integer from api/v2/search/index', RULES.searchOffsetOnly);
		}
		const perPage = Math.min(100, Number(query.per_page ?? 100) || 100);
		if ((Number(query.page ?? 1) - 1) * perPage >= READABLE) {
			throw new ZendeskError(
				422,
				{ error: 'invalid', description: 'Invalid search: Requested response size was greater than Search Response Limits' },
				RULES.searchEnd,
			);
		}
		const found = sort(findIndexed(state, request, queryText(request)), query.sort_by, query.sort_order);
		const { items, frame } = offsetPage(request, found, state.world.options.baseUrl);
		return { results: items.flatMap((entry) => presentIndexed(state, entry)), facets: null, ...frame };
	});

	app.get('/search/count', async (request) => ({ count: findIndexed(state, request, queryText(request)).length }));

	app.get('/users/search', async (request) => {
		const { external_id: externalId } = queryOf(request);
		if (externalId !== undefined) decidedBy(request, RULES.externalIdLookup);
		const users =
			externalId === undefined
				? findIndexed(state, request, queryText(request))
						.filter(({ kind }) => kind === 'user')
						.flatMap(({ id }) => state.users.get(id) ?? [])
				: state.liveUsers().filter((user) => user.external_id === externalId);
		const { items, frame } = offsetPage(request, users, state.world.options.baseUrl);
		return { users: items.map((user) => presentUser(state, user)), ...frame };
	});
}
