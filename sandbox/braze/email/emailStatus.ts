import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { defaultPool, post } from '../endpoint';
import { documented } from '../rules';
import type { BrazeState } from '../state';
import { addressesOf, emailAddresses } from './emailAddresses';

/** `POST /email/status`: for all profiles with the address, and for those that will have it. */
export function emailStatus(app: FastifyInstance, state: BrazeState): void {
	post(app, state, {
		path: '/email/status',
		permission: 'email.status',
		pools: defaultPool,
		body: z.object({ email: emailAddresses, subscription_state: z.enum(['subscribed', 'unsubscribed', 'opted_in']) }),
		answer: ({ email, subscription_state: to }, request) => {
			for (const address of addressesOf(email)) {
				state.data.email.setState(address, to);
				for (const profile of state.having('email', address)) {
					profile.data.fields.email_subscribe = to;
					state.written(profile);
				}
			}
			request.notes.rule = documented('an address that no profile has yet keeps the state for its first profile; the status 201 is unconfirmed');
			return { status: 201, body: { message: 'success' } };
		},
	});
}
