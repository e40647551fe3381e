import type { IBinaryKeyData, IDataObject, INodeParameters } from 'n8n-workflow';
import nock from 'nock';
import { Messenger } from '../../../nodes/Messenger/Messenger.node';
import type { CredentialData } from '../../support/credentialStore';
import { runNode, type Ran } from '../../support/engine';
import type { NodeSetup } from '../../support/n8n';

export const PAGE = '104512345678901';
export const APP = '263900000000001';
export const PSID = '7301234567890123';
export const BEARER = 'EAAG-page-token-123';
export const SIGNED_WITH = 'app-secret-0123456789abcdef';
export const VERIFY = 'a-long-random-verify-token';

/** HMAC-SHA256 in hex, made with openssl: of the Page token, and of the app token `<app id>|<app secret>`, under the app secret. */
export const PAGE_PROOF = '9ce10a9e50c4ac76646d41ef56bbef08df8ed7ae3dabacce856ce78cfdfaa10a';
export const APP_PROOF = '1192c5013922e46c79a10f7b4331b6d87baa8252627cd1dac9e20bd2e2c734af';

export const credentials = (more: IDataObject = {}): CredentialData => ({
	messengerPageApi: { pageId: PAGE, pageToken: BEARER, appSecret: SIGNED_WITH, appId: APP, verifyToken: VERIFY, graphVersion: 'v26.0', ...more } as CredentialData[string],
});

const graph = (token: string): nock.Scope =>
	nock('https://graph.facebook.com', { reqheaders: { authorization: `Bearer ${token}` }, badheaders: ['x-n8n-execution-id'] });

/** Graph for calls that carry the Page token in the header. Every query must hold the proof, and nothing that is not named. */
export const api = (): nock.Scope => graph(BEARER);

/** Graph for calls on the app itself. */
export const appApi = (): nock.Scope => graph(`${APP}|${SIGNED_WITH}`);

export const proved = (query: Record<string, string> = {}): Record<string, string> => ({ ...query, appsecret_proof: PAGE_PROOF });
export const appProved = (query: Record<string, string> = {}): Record<string, string> => ({ ...query, appsecret_proof: APP_PROOF });

export const MESSAGES = `/v26.0/${PAGE}/messages`;

let count = 0;

/** One send that Graph takes, with exactly this body. */
export const takes = (body: object | ((body: { message: { text: string } }) => boolean), messageId = `m_${count++}`): nock.Scope =>
	api().post(MESSAGES, body as nock.RequestBodyMatcher).query(proved()).reply(200, { recipient_id: PSID, message_id: messageId });

export const graphError = (code: number, subcode?: number, message = 'Meta says no') => ({
	error: { message, type: 'OAuthException', code, ...(subcode === undefined ? {} : { error_subcode: subcode }), fbtrace_id: 'Trace1' },
});

export const CONTINUE = { onError: 'continueErrorOutput' } as const;

export async function runMessenger(parameters: INodeParameters, items: IDataObject[] = [{}], settings: NodeSetup['settings'] = {}, files: IBinaryKeyData[] = []): Promise<Ran> {
	return await runNode({ nodeType: new Messenger(), parameters, items, files, credentials: credentials(), settings });
}

/** The only item's JSON, on whichever output. */
export async function oneOf(parameters: INodeParameters, files: IBinaryKeyData[] = []): Promise<IDataObject> {
	const { main, error } = await runMessenger(parameters, [{}], CONTINUE, files);
	if (error !== undefined) throw error;
	const items = main.flat();
	expect(items).toHaveLength(1);
	return items[0].json;
}

export const failureOf = async (parameters: INodeParameters, files: IBinaryKeyData[] = []) => (await oneOf(parameters, files)).error;

/** What every message carries, so that its echo is known as ours. */
export const MARK = 'n8n-messaging';
