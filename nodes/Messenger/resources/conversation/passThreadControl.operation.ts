import { callOperation } from '../../../shared/operation';
import { appIdField } from '../../fields';
import { ROUTING_DOCS, threadFields } from './threadControl';

/** The Page inbox, where people answer. One of Meta's references prints 26390203743090 for it. */
const PAGE_INBOX = '263902037430900';

const fields = { ...threadFields, targetAppId: appIdField({ displayName: 'Target App ID', description: 'The app that answers from now on; filled in is the Page inbox', initial: PAGE_INBOX }) };

export const passThreadControl = callOperation({
	name: 'Pass Thread Control',
	action: 'Pass a conversation to another app',
	description: 'Hand the conversation with a person over, for instance to the people in the Page inbox',
	documentation: ROUTING_DOCS,
	calls: ['POST /{page}/pass_thread_control'],
	fields,
	retry: 'safe',
	request: ({ psid, targetAppId, metadata }) => ({ method: 'POST', path: '/{page}/pass_thread_control', body: { recipient: { id: psid }, target_app_id: targetAppId, metadata } }),
	outcome: (_, { psid, targetAppId }) => ({ psid, passedTo: targetAppId }),
});
