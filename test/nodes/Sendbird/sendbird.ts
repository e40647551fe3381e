import type { IBinaryKeyData, IDataObject, INodeParameters } from 'n8n-workflow';
import nock from 'nock';
import { Sendbird } from '../../../nodes/Sendbird/Sendbird.node';
import type { CredentialData } from '../../support/credentialStore';
import { runNode, type Ran } from '../../support/engine';
import type { NodeSetup } from '../../support/n8n';

export const APP = 'a1b2c3d4-e5f6';
export const CHAT_HOST = `https://api-${APP}.sendbird.com`;
export const NOTIFICATIONS_HOST = `https://api-${APP}.notifications.sendbird.com`;
export const CHAT_BEARER = 'chat-master-token-0123456789abcdef';
export const NOTIFICATIONS_BEARER = 'notifications-token-0123456789abcdef';
export const INTEGRATION_BEARER = 'integration-token-0123456789abcdef';

export const credentials = (notifications: IDataObject = {}, chat: IDataObject = {}): CredentialData => ({
	sendbirdChatApi: { appId: APP, apiToken: CHAT_BEARER, ...chat } as CredentialData[string],
	sendbirdNotificationsApi: { appId: APP, apiToken: NOTIFICATIONS_BEARER, integrationToken: INTEGRATION_BEARER, ...notifications } as CredentialData[string],
});

const host = (url: string, token: string): nock.Scope => nock(url, { reqheaders: { 'api-token': token }, badheaders: ['x-n8n-execution-id', 'x-token-kind'] });

/** Each host takes its own token and no other. */
export const chat = (): nock.Scope => host(CHAT_HOST, CHAT_BEARER);
export const notifications = (): nock.Scope => host(NOTIFICATIONS_HOST, NOTIFICATIONS_BEARER);

export const sendbirdError = (code: number | string, message = 'Sendbird says no') => ({ error: true, code, message });

export const CONTINUE = { onError: 'continueErrorOutput' } as const;

export interface Run {
	settings?: NodeSetup['settings'];
	files?: IBinaryKeyData[];
	credential?: IDataObject;
}

export async function runSendbird(parameters: INodeParameters, items: IDataObject[] = [{}], { settings = {}, files = [], credential = {} }: Run = {}): Promise<Ran> {
	return await runNode({ nodeType: new Sendbird(), parameters, items, files, credentials: credentials(credential), settings });
}

/** The JSON of all items, on whichever output. */
export async function all(parameters: INodeParameters, items?: IDataObject[], run: Run = {}): Promise<IDataObject[]> {
	const { main, error } = await runSendbird(parameters, items, { settings: CONTINUE, ...run });
	if (error !== undefined) throw error;
	return main.flat().map(({ json }) => json);
}

/** The only item's JSON. */
export async function one(parameters: INodeParameters, run: Run = {}): Promise<IDataObject> {
	const items = await all(parameters, [{}], run);
	expect(items).toHaveLength(1);
	return items[0];
}

export const failureOf = async (parameters: INodeParameters, run: Run = {}) => (await one(parameters, run)).error;

/** The bodies of the calls that a matcher was asked about. */
export function recorder<T = Record<string, unknown>>(): { bodies: T[]; keep: (body: T) => boolean } {
	const bodies: T[] = [];
	return { bodies, keep: (body) => bodies.push(body) > 0 };
}
