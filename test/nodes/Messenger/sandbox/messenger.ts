import type { IBinaryKeyData, IDataObject, INodeParameters } from 'n8n-workflow';
import { z } from 'zod';
import { Messenger } from '../../../../nodes/Messenger/Messenger.node';
import { resources } from '../../../../nodes/Messenger/resources';
import type { ChatMessage, MessengerSubscriptions, PersonTruth } from '../../../../sandbox/messenger/controls/controlTypes';
import { appSecretProof } from '../../../../sandbox/messenger/deliveries/signature';
import { ADA, APP, APP_TOKEN, PAGE, PAGE_TOKEN, SECRET, startCallback, startMessenger, type Callback, type Messenger as MessengerSandbox } from '../../../sandbox/messenger/harness';
import type { CredentialData } from '../../../support/credentialStore';
import { Driver, type Drive, type Drives } from '../../../support/drives';

export type { MessengerSandbox };
export type MessengerDrive = Drive<MessengerSandbox>;
export type MessengerDrives = Drives<MessengerSandbox>;

export const VERIFY_TOKEN = 'our-verify-token';

export const credentialsFor = ({ base }: MessengerSandbox): CredentialData => ({
	messengerPageApi: { pageId: PAGE, pageToken: PAGE_TOKEN, appSecret: SECRET, appId: APP, verifyToken: VERIFY_TOKEN, graphVersion: 'v26.0', baseUrl: base },
});

/** A sandbox whose app asks for the secret's proof, and the node that drives it. */
export async function startDriver() {
	const sandbox = await startMessenger();
	const node = new Driver({
		nodeType: () => new Messenger(),
		resources,
		credentials: () => credentialsFor(sandbox),
		eventsAfter: (id) => sandbox.sandbox.world.events.after(id).events,
		vendor: 'messenger',
		prefix: /^\/v26\.0(?=\/)/,
	});
	return {
		sandbox,
		node,
		begin: async () => {
			await sandbox.reset();
			await sandbox.control('POST', '/messenger/app', { requireAppSecretProof: true });
			node.forget();
			return { sandbox, node };
		},
	};
}

/** What the person sees last. */
export async function lastSeen(sandbox: MessengerSandbox, psid = ADA): Promise<ChatMessage> {
	const last = (await sandbox.chat(psid)).at(-1);
	if (last === undefined) throw new Error(`${psid} has seen nothing`);
	return last;
}

/** How many messages there are in the chat. */
export const countSeen = async (sandbox: MessengerSandbox, psid = ADA): Promise<number> => (await sandbox.chat(psid)).length;

/** The person writes; the answer is the message's id. */
export const writes = async (sandbox: MessengerSandbox, text: string, psid = ADA): Promise<string> => (await sandbox.person<ChatMessage>(psid, 'messages', { text })).body.mid;

export const personOf = async (sandbox: MessengerSandbox, psid = ADA): Promise<PersonTruth> => (await sandbox.control<PersonTruth>('GET', `/messenger/persons/${psid}`)).body;

/** The template of the last message. */
export const templateSeen = async (sandbox: MessengerSandbox, psid = ADA): Promise<IDataObject> => {
	const { attachments = [] } = await lastSeen(sandbox, psid);
	expect(attachments.map(({ type }) => type)).toEqual(['template']);
	return attachments[0].payload as IDataObject;
};

/** A file that comes with the item. */
export const picture = (bytes = Buffer.from([0x89, 0x50, 0x4e, 0x47]), mimeType = 'image/png'): IBinaryKeyData => ({ data: { data: bytes.toString('base64'), mimeType, fileName: 'hat.png' } });

export const to = (psid: string, more: INodeParameters = {}): INodeParameters => ({ psid, ...more });

/** The query that proves the app's secret, for calls of the test itself. */
export const proved = `appsecret_proof=${appSecretProof(SECRET, PAGE_TOKEN)}`;

/** The Messenger profile as it stands. */
export const profileOf = async (sandbox: MessengerSandbox): Promise<Record<string, unknown>> => {
	const { body } = await sandbox.graph('GET', `/me/messenger_profile?fields=greeting,get_started,persistent_menu,ice_breakers&${proved}`);
	return z.object({ data: z.array(z.record(z.unknown())) }).parse(body).data[0] ?? {};
};

/** Both layers of the subscription as they stand. */
export const subscriptionsOf = async (sandbox: MessengerSandbox): Promise<MessengerSubscriptions> => (await sandbox.control<MessengerSubscriptions>('GET', '/messenger/subscriptions')).body;

/** A callback that is there, with both layers subscribed to these fields. */
export async function subscribedCallback(sandbox: MessengerSandbox, fields: string): Promise<Callback> {
	const callback = await startCallback();
	const app = await sandbox.graph('POST', `/${APP}/subscriptions`, { object: 'page', callback_url: callback.url, verify_token: VERIFY_TOKEN, fields }, { authorization: `Bearer ${APP_TOKEN}` });
	const page = await sandbox.graph('POST', `/${PAGE}/subscribed_apps?${proved}`, { subscribed_fields: fields });
	expect([app.status, page.status]).toEqual([200, 200]);
	return callback;
}
