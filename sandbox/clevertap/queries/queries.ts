import { randomInt } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import type { z } from 'zod';
import type { Range } from './dates';
import { badRequest } from '../errors';
import { decidedBy, parse, route, type Call } from '../http';
import { RULES } from '../rules';
import type { CleverTapState } from '../state';
import { hasOtherFilters, where } from '../campaigns/where';

interface Running {
	path: string;
	/** The answer, computed when it is asked for the last time. */
	result: () => object;
	pollsLeft: number;
}

/** Heavy queries that are still at work. */
export class Queries {
	private readonly running = new Map<string, Running>();

	start(query: Running): string {
		const id = String(randomInt(1_000_000_000, 9_999_999_999));
		this.running.set(id, query);
		return id;
	}

	get(id: string): Running | undefined {
		return this.running.get(id);
	}

	clear(): void {
		this.running.clear();
	}
}

const success = (result: object): object => ({ status: 'success', ...result });

function poll(state: CleverTapState, path: string, id: string, { request }: Call): object {
	const query = state.queries.get(id);
	if (request.method === 'POST') decidedBy(request, RULES.reqIdByPost);
	if (query === undefined || query.path !== path) throw badRequest('Invalid req_id', RULES.reqIdUnknown);
	query.pollsLeft -= 1;
	if (query.pollsLeft <= 0) return success(query.result());
	decidedBy(request, RULES.partial);
	return { status: 'partial', req_id: id };
}

export interface Query<Schema extends z.ZodTypeAny> {
	/** Behind `/1`. */
	path: string;
	input: Schema;
	range: (input: z.output<Schema>) => Range | undefined;
	answer: (input: z.output<Schema>, range: Range | undefined) => object;
}

/** A count or a report: answered at once, or by `partial` and a `req_id` to ask again with. */
export function query<Schema extends z.ZodTypeAny>(app: FastifyInstance, state: CleverTapState, { path, input, range, answer }: Query<Schema>): void {
	const ask = (call: Call): object => {
		const id = call.query.get('req_id');
		if (id !== null) return poll(state, path, id, call);
		const asked = parse(input, call.body);
		const filters = where.safeParse(call.body);
		if (filters.success && hasOtherFilters(filters.data)) decidedBy(call.request, RULES.otherFilters);
		const days = range(asked);
		const { heavyDays, polls } = state.settings;
		if (heavyDays === null || days === undefined || days.days < heavyDays) return success(answer(asked, days));
		// A query that cannot be answered is refused now, not after the polls.
		answer(asked, days);
		decidedBy(call.request, RULES.partial);
		const started = state.queries.start({ path, result: () => answer(asked, days), pollsLeft: polls });
		return { status: 'partial', req_id: started };
	};
	route(app, `/1${path}`, {
		POST: ask,
		GET: (call) => {
			if (!call.query.has('req_id')) throw badRequest('req_id is missing');
			return ask(call);
		},
	});
}
