import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Permission } from '../auth';
import { defaultPool, post } from '../endpoint';
import { documented } from '../rules';
import type { BrazeState } from '../state';
import { addressesOf, emailAddresses } from './emailAddresses';

interface EmailCall {
	path: string;
	permission: Permission;
	rule: string;
	/** What happens to one address. */
	act: (state: BrazeState, email: string) => void;
}

function blocklist(state: BrazeState, email: string): void {
	state.data.email.hardBounce(email);
	state.data.email.setState(email, 'unsubscribed');
	for (const profile of state.having('email', email)) {
		profile.data.fields.email_subscribe = 'unsubscribed';
		state.written(profile);
	}
}

const BLOCKLISTED = 'unsubscribed and marked as hard bounced; the permission keeps the old name email.blacklist';

const CALLS: readonly EmailCall[] = [
	{ path: '/email/bounce/remove', permission: 'email.bounce.remove', rule: 'taken off the list of hard bounces', act: (state, email) => state.data.email.removeBounce(email) },
	{ path: '/email/spam/remove', permission: 'email.spam.remove', rule: 'taken off the spam list', act: (state, email) => state.data.email.removeSpam(email) },
	{ path: '/email/blocklist', permission: 'email.blacklist', rule: BLOCKLISTED, act: blocklist },
	{ path: '/email/blacklist', permission: 'email.blacklist', rule: BLOCKLISTED, act: blocklist },
];

/** The calls that take one address, or up to 50, and do one thing to each. */
export function emailRemovals(app: FastifyInstance, state: BrazeState): void {
	for (const { path, permission, rule, act } of CALLS) {
		post(app, state, {
			path,
			permission,
			pools: defaultPool,
			body: z.object({ email: emailAddresses }),
			answer: ({ email }, request) => {
				for (const address of addressesOf(email)) act(state, address);
				request.notes.rule = documented(`${rule}; the status 201 is unconfirmed`);
				return { status: 201, body: { message: 'success' } };
			},
		});
	}
}
