import type { FastifyInstance } from 'fastify';
import { post } from '../endpoint';
import type { BrazeState } from '../state';
import { prepare } from './prepare';
import { messagePools, messagesRequest } from './request';

/** `POST /messages/send`: accepted at once, sent afterwards, one person after the other. */
export function messagesSend(app: FastifyInstance, state: BrazeState): void {
	post(app, state, {
		path: '/messages/send',
		permission: 'messages.send',
		pools: messagePools,
		body: messagesRequest,
		answer: (input, request) => {
			const { job, dispatchId, sendId } = prepare(state, input, request);
			for (const profile of job.audience()) state.enqueue(async () => await job.send(profile, Date.now()), profile);
			return { status: 201, body: { dispatch_id: dispatchId, ...(sendId === undefined ? {} : { send_id: sendId }), message: 'success' } };
		},
	});
}
