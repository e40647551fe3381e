import { receivedAt, startConversation } from '../../lib/scenes/conversation.mjs';
import { republished } from '../../lib/scenes/zendeskSetUp.mjs';

export const name = 'zendesk-api-token';
export const title = 'an account that still has an API token: the same conversation with the other credential';
export const integration = 'braze-zendesk-sms';

/** The token that the sandbox is seeded with, and its administrator. */
const TOKEN = { email: 'integration@sandbox.example.com', apiToken: 'sandbox-api-token' };

const FILES = ['1-inbound-sms-to-ticket.json', '2-agent-reply-to-sms.json'];

const useToken = (credential) => (nodes) => {
	for (const node of nodes.filter(({ credentials }) => credentials?.zendeskSupportOAuth2Api)) {
		node.parameters.authentication = 'apiToken';
		node.credentials = { zendeskSupportApi: { id: credential.id, name: credential.name } };
	}
};

export async function run(stage) {
	const { expect, agent, feed, rest, world, quiet } = stage;
	const credential = await rest.call('POST', '/credentials', { name: 'Zendesk by token', type: 'zendeskSupportApi', data: { ...TOKEN, baseUrl: world.sandbox.ready.vendors.zendesk } });
	const changes = [];
	try {
		for (const file of FILES) changes.push(await republished(stage, file, useToken(credential)));
		const mark = feed.mark;
		const { customer, ticket } = await startConversation(stage);
		const before = (await customer.received()).length;
		await agent.replies(ticket.id, { text: 'Here I am.' });
		expect.contains((await receivedAt(stage, customer, before + 1, "the agent's reply on the phone")).text, 'Here I am.', 'the reply');
		await quiet();
		const logins = feed.since(mark).filter(({ vendor, kind, request, executionId }) => vendor === 'zendesk' && kind === 'request' && executionId && request).map(({ request }) => request.headers.authorization?.slice(0, 4));
		// The log shows no more of it.
		expect.same([...new Set(logins)], ['Basi'], 'how the calls of the workflows signed in');
		expect.same((await customer.received()).length, before + 1, 'messages on the phone');
	} finally {
		for (const { restore } of changes) await restore();
		await rest.call('DELETE', `/credentials/${credential.id}`);
	}
}
