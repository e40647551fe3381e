import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { z } from 'zod';
import { resources } from '../../../../nodes/Zendesk/resources';
import { ZendeskSupport } from '../../../../nodes/Zendesk/ZendeskSupport.node';
import { Zendesk } from '../../../sandbox/zendesk/helpers';
import type { CredentialData } from '../../../support/credentialStore';
import { Driver, type Drive, type Drives } from '../../../support/drives';

export type ZendeskDrive = Drive<Zendesk>;
export type ZendeskDrives = Drives<Zendesk>;

const SCOPES = ['tickets', 'users', 'triggers', 'webhooks', 'organizations'].flatMap((name) => [`${name}:read`, `${name}:write`]).join(' ');

/** Client credentials: each run signs in anew. */
export const credentialsFor = ({ base }: Zendesk, client = 'sandbox') => ({
	zendeskSupportOAuth2Api: { baseUrl: base, grantType: 'clientCredentials', clientId: `${client}_client`, clientSecret: `${client}-client-secret`, scope: SCOPES, webhookSecret: 'a-long-random-text' },
	zendeskSupportApi: { baseUrl: base, email: 'integration@sandbox.example.com', apiToken: 'sandbox-api-token' },
	brazeMessagingApi: { instance: 'custom', baseUrl: 'https://rest.example.com', apiKey: 'braze-key-of-zendesk' },
});

/** A sandbox, and the node that drives it. Search knows everything at once, jobs end at once, and nobody is slowed down. */
export async function startDriver() {
	const sandbox = await Zendesk.start();
	const node = new Driver({
		nodeType: () => new ZendeskSupport(),
		resources,
		credentials: (): CredentialData => credentialsFor(sandbox),
		eventsAfter: (id) => sandbox.sandbox.world.events.after(id).events,
		vendor: 'zendesk',
		beside: /^\/oauth\/tokens/,
	});
	return {
		sandbox,
		node,
		begin: async () => {
			await sandbox.reset();
			await sandbox.control('POST', '/zendesk/settings', { jobQueuedMs: 0, jobWorkMs: 1, apiTokens: 'on' });
			await sandbox.control('POST', '/zendesk/limits', { searchLagMs: 0, userUpdatesPerSecond: 1_000, accountPerMinute: 10_000 });
			node.forget();
			return { sandbox, node };
		},
	};
}

const people = z.object({ users: z.array(z.object({ id: z.number(), name: z.string() })) });

/** The id of somebody whom the sandbox knows. */
export async function idOf(sandbox: Zendesk, name = 'Edith Email'): Promise<number> {
	const { users } = people.parse((await sandbox.control('GET', '/zendesk/users')).body);
	const found = users.find((user) => user.name === name);
	if (found === undefined) throw new Error(`${name} is not among ${users.map((user) => user.name).join(', ')}`);
	return found.id;
}

/** A ticket of hers, made by the node. */
export async function newTicket(node: Driver, sandbox: Zendesk, parameters: INodeParameters = {}): Promise<string> {
	const made = await node.one('ticket.create', { subject: 'Shoes', comment: 'They are too small', requesterId: String(await idOf(sandbox)), ...parameters });
	return String(made.id);
}

/** The ids of an answer's items. */
export const idsOf = (items: IDataObject[]): string[] => items.map(({ id }) => String(id));

export const closeByAutomation = async (sandbox: Zendesk, ticketId: string) => await sandbox.control('POST', `/agent/${ticketId}/status`, { status: 'closed' });

export const agentReplies = async (sandbox: Zendesk, ticketId: string, text: string, more: object = {}): Promise<string> =>
	z.object({ commentId: z.string() }).parse((await sandbox.control('POST', `/agent/${ticketId}/replies`, { text, ...more })).body).commentId;
