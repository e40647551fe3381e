import type { FastifyInstance } from 'fastify';
import { defaultPool, get, type Query } from '../endpoint';
import { Refusal } from '../errors';
import { dateRange, listPage } from '../listQuery';
import { documented } from '../rules';
import type { BrazeState } from '../state';
import type { Listed } from './emailState';

/** An address is asked for, or a stretch of time; the address wins. */
function asked(query: Query, listed: Listed[]): Listed[] {
	const emails = query.all('email').map((email) => email.toLowerCase());
	if (query.one('end_date') === undefined) throw new Refusal(400, 'end_date is required', documented('end_date is needed; the wording is the sandbox’s own'));
	if (emails.length > 0) return listed.filter(({ email }) => emails.includes(email.toLowerCase()));
	const { from, to } = dateRange(query);
	return listed.filter(({ at }) => at >= from && at < to);
}

/** `GET /email/hard_bounces`: newest first. */
function hardBounces(app: FastifyInstance, state: BrazeState): void {
	get(app, state, {
		path: '/email/hard_bounces',
		permission: 'email.hard_bounces',
		pools: defaultPool,
		answer: (query, request) => {
			const emails = listPage(query, asked(query, state.data.email.listed('hardBounces')));
			request.notes.rule = documented('end_date with start_date or email; dates are midnight UTC; newest first');
			return { status: 200, body: { emails: emails.map(({ email, at }) => ({ email, hard_bounced_at: new Date(at).toISOString() })), message: 'success' } };
		},
	});
}

/** `GET /email/unsubscribes`: newest first, or `sort_direction=asc`. */
function unsubscribes(app: FastifyInstance, state: BrazeState): void {
	get(app, state, {
		path: '/email/unsubscribes',
		permission: 'email.unsubscribe',
		pools: defaultPool,
		answer: (query, request) => {
			const listed = asked(query, state.data.email.listed('unsubscribes'));
			if (query.one('sort_direction') === 'asc') listed.reverse();
			const emails = listPage(query, listed);
			request.notes.rule = documented('end_date with start_date or email; dates are midnight UTC; newest first unless sort_direction is asc');
			return { status: 200, body: { emails: emails.map(({ email, at }) => ({ email, unsubscribed_at: new Date(at).toISOString() })), message: 'success' } };
		},
	});
}

export function emailLists(app: FastifyInstance, state: BrazeState): void {
	hardBounces(app, state);
	unsubscribes(app, state);
}
