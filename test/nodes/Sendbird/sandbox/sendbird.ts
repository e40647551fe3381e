import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { resources } from '../../../../nodes/Sendbird/resources';
import { Sendbird } from '../../../../nodes/Sendbird/Sendbird.node';
import { CHANNEL, CLEVERTAP, MASTER, NOTIFICATIONS, startSendbird, type Sendbird as SendbirdSandbox } from '../../../sandbox/sendbird/harness';
import type { CredentialData } from '../../../support/credentialStore';
import { byId, Driver, type Drive, type Drives } from '../../../support/drives';

export type { SendbirdSandbox };
export type SendbirdDrive = Drive<SendbirdSandbox>;
export type SendbirdDrives = Drives<SendbirdSandbox>;

export const credentialsFor = ({ chatBase, notificationsBase }: SendbirdSandbox): CredentialData => ({
	sendbirdChatApi: { appId: 'sandbox', apiToken: MASTER, baseUrl: chatBase },
	sendbirdNotificationsApi: { appId: 'sandbox', apiToken: NOTIFICATIONS, integrationToken: CLEVERTAP, baseUrl: notificationsBase },
});

/** Both hosts of an application, and the node that drives them. */
export async function startDriver() {
	const sandbox = await startSendbird();
	const node = new Driver({
		nodeType: () => new Sendbird(),
		resources,
		credentials: () => credentialsFor(sandbox),
		eventsAfter: (id) => sandbox.sandbox.world.events.after(id).events,
		vendor: ['sendbird', 'sendbird-notifications'],
		beside: /^\/storage\/uploads\//,
	});
	return {
		sandbox,
		node,
		begin: async () => {
			await sandbox.reset();
			node.forget();
			return { sandbox, node };
		},
	};
}

export const EVERY = { returnAll: true };

/** The seeded channel of a customer and the support, as each kind of field takes it. */
export const PICKED = { channelUrl: byId(CHANNEL) };
export const NAMED = { channelType: 'group_channels', channelUrl: CHANNEL };

/** A text of somebody in the seeded channel; its id. */
export const says = async (node: Driver, message: string, more: INodeParameters = {}): Promise<string> =>
	String((await node.one('message.sendText', { ...NAMED, userId: 'support', message, ...more })).message_id);

/** As Sendbird holds it, beside the node. */
export const held = async (sandbox: SendbirdSandbox, path: string): Promise<IDataObject> => (await sandbox.chat<IDataObject>('GET', path)).body;

/** A list's values of one name. */
export const each = (list: IDataObject[], name: string): unknown[] => list.map((row) => row[name]);
