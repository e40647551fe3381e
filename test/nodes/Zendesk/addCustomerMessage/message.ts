import type { INodeParameters } from 'n8n-workflow';
import nock from 'nock';
import { api, REQUESTER } from '../zendesk';

/** The operation as the workflow fills it in. */
export const MESSAGE = {
	resource: 'conversation',
	operation: 'addCustomerMessage',
	requesterId: String(REQUESTER),
	channel: 'sms',
	customer: 'cust-42',
	text: 'Where is my order?',
	deliveryId: 'd1:cust-42',
	subject: 'SMS from Ada',
} satisfies INodeParameters;

export const COMMENT = { body: 'Where is my order?', author_id: REQUESTER, public: true };

/** The ticket that a create call of this message asks for. */
export const newTicket = (more: Record<string, unknown> = {}): Record<string, unknown> => ({
	subject: 'SMS from Ada',
	requester_id: REQUESTER,
	comment: COMMENT,
	priority: 'normal',
	type: 'problem',
	metadata: { deliveryId: 'd1:cust-42' },
	external_id: 'sms:cust-42:1',
	...more,
});

export const create = (body: Record<string, unknown> = newTicket()): nock.Interceptor =>
	api().post('/api/v2/tickets', { ticket: body as nock.DataMatcherMap }).matchHeader('idempotency-key', String(body.external_id));

/** The safe update that appends this message. */
export const append = (stamp = '2026-11-21T12:00:00Z', more: Record<string, unknown> = {}, id = 77): nock.Interceptor =>
	api().put(`/api/v2/tickets/${id}`, {
		ticket: { comment: COMMENT, metadata: { deliveryId: 'd1:cust-42' }, safe_update: true, updated_stamp: stamp, ...more } as nock.DataMatcherMap,
	});
