import type { FastifyReply, FastifyRequest } from 'fastify';
import { queryOf } from '../http';
import { takeNamed } from '../limits';
import { RULES } from '../rules';
import type { ZendeskState } from '../state';

/** Offset pages past the 500th have a limit of their own. */
export function paceDeepList(state: ZendeskState, request: FastifyRequest, reply: FastifyReply): void {
	if (Number(queryOf(request).page ?? 1) <= 500) return;
	takeNamed(state.windows, { name: 'tickets-index', key: '', total: 50, perMs: 60_000, rule: RULES.deepList, header: true }, reply);
}
