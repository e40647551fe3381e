import { callOperation } from '../../../shared/operation';
import { ROUTING_DOCS, threadFields } from './threadControl';

export const requestThreadControl = callOperation({
	name: 'Request Thread Control',
	action: 'Request a conversation',
	description: 'Ask the app that has the conversation for it; it may pass it on or not',
	documentation: ROUTING_DOCS,
	calls: ['POST /{page}/request_thread_control'],
	fields: threadFields,
	retry: 'safe',
	request: ({ psid, metadata }) => ({ method: 'POST', path: '/{page}/request_thread_control', body: { recipient: { id: psid }, metadata } }),
	outcome: (_, { psid }) => ({ psid, requested: true }),
});
