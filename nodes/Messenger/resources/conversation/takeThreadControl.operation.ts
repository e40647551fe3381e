import { callOperation } from '../../../shared/operation';
import { ROUTING_DOCS, threadFields } from './threadControl';

export const takeThreadControl = callOperation({
	name: 'Take Thread Control',
	action: 'Take a conversation over',
	description: 'Take the conversation with a person from the app that has it; Meta blocks this unless a default app is set',
	documentation: ROUTING_DOCS,
	calls: ['POST /{page}/take_thread_control'],
	fields: threadFields,
	retry: 'safe',
	request: ({ psid, metadata }) => ({ method: 'POST', path: '/{page}/take_thread_control', body: { recipient: { id: psid }, metadata } }),
	outcome: (_, { psid }) => ({ psid, taken: true }),
});
