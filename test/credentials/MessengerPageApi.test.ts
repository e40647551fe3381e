import type { ICredentialTestFunctions, IDataObject } from 'n8n-workflow';
import { MessengerPageApi } from '../../credentials/MessengerPageApi.credentials';
import { messenger } from '../../nodes/Messenger/api';
import { testMessengerPage } from '../../nodes/Messenger/credentialTest';
import { Messenger } from '../../nodes/Messenger/Messenger.node';
import { MessengerTrigger } from '../../nodes/Messenger/MessengerTrigger.node';
import { APP, APP_PROOF, credentials, graphError, PAGE, PAGE_PROOF, SIGNED_WITH, BEARER } from '../nodes/Messenger/messenger';

const type = new MessengerPageApi();
const { messengerPageApi: data } = credentials();
const HOST = 'https://graph.facebook.com';

const authenticate = async (url: string, qs?: IDataObject) => {
	if (typeof type.authenticate !== 'function') throw new Error('authenticate is no function');
	return await type.authenticate(data, { url, qs, headers: { 'X-Other': '1' } });
};

it('signs a call on the Page with its token in the header, and proves it', async () => {
	expect(await authenticate(`${HOST}/v26.0/${PAGE}/messages`, { fields: 'id' })).toEqual({
		url: `${HOST}/v26.0/${PAGE}/messages`,
		headers: { 'X-Other': '1', Authorization: `Bearer ${BEARER}` },
		qs: { fields: 'id', appsecret_proof: PAGE_PROOF },
	});
});

it('signs a call on the app with the app\'s token', async () => {
	expect(await authenticate(`${HOST}/v26.0/${APP}/subscriptions`)).toMatchObject({ headers: { Authorization: `Bearer ${APP}|${SIGNED_WITH}` }, qs: { appsecret_proof: APP_PROOF } });
	// An id that merely stands in the query is not the app.
	expect(await authenticate(`${HOST}/v26.0/${PAGE}/messages?app=/${APP}/`)).toMatchObject({ headers: { Authorization: `Bearer ${BEARER}` } });
});

it('hides what is secret, and sends a version with every call', () => {
	for (const name of ['pageToken', 'appSecret', 'verifyToken']) expect(type.properties.find((field) => field.name === name)?.typeOptions?.password).toBe(true);
	expect(type.properties.find(({ name }) => name === 'graphVersion')?.default).toBe('v26.0');
	expect(messenger.baseUrl({ graphVersion: 'v26.0', baseUrl: '' })).toBe(`${HOST}/v26.0`);
	expect(messenger.baseUrl({ graphVersion: 'v25.0', baseUrl: 'http://127.0.0.1:4010/messenger/' })).toBe('http://127.0.0.1:4010/messenger/v25.0');
	expect([messenger.isOverridden({ baseUrl: '' }), messenger.isOverridden({ baseUrl: 'http://x' })]).toEqual([false, true]);
});

it('is tested by both nodes: no fixed rule can name a missing permission', () => {
	for (const node of [new Messenger(), new MessengerTrigger()]) {
		expect(node.description.credentials).toEqual([{ name: type.name, required: true, testedBy: 'testMessengerPage' }]);
		expect(node.methods.credentialTest.testMessengerPage).toBe(testMessengerPage);
	}
});

interface Asked {
	uri: string;
	qs: IDataObject;
	headers: IDataObject;
}

/** Runs the test against answers by the path's end; what was asked comes back. */
async function tested(answers: Record<string, [status: number, body: object]>, more: { appId?: string } = {}) {
	const asked: Asked[] = [];
	const request = async (options: object): Promise<unknown> => {
		const call = options as Asked;
		asked.push(call);
		const [, [statusCode, body]] = Object.entries(answers).find(([end]) => call.uri.endsWith(end)) ?? ['', [599, {}]];
		return { statusCode, body };
	};
	const context = { helpers: { request } } as unknown as ICredentialTestFunctions;
	const result = await testMessengerPage.call(context, { id: '1', name: 'c', type: type.name, data: { ...data, ...more } });
	return { ...result, asked };
}

const GOOD: Record<string, [number, object]> = {
	[`/${PAGE}`]: [200, { id: PAGE, name: 'Page' }],
	'/messenger_profile': [200, { data: [] }],
	'/subscribed_apps': [200, { data: [] }],
	'/subscriptions': [200, { data: [] }],
};

describe('the test of the credential', () => {
	it('asks for what each permission allows, changes nothing, and puts no token into a URL', async () => {
		const { status, asked } = await tested(GOOD);
		expect(status).toBe('OK');
		expect(asked.map(({ uri }) => uri)).toEqual([`${HOST}/v26.0/${PAGE}`, `${HOST}/v26.0/me/messenger_profile`, `${HOST}/v26.0/${PAGE}/subscribed_apps`, `${HOST}/v26.0/${APP}/subscriptions`]);
		expect(asked.map(({ headers }) => headers.Authorization)).toEqual([...Array.from({ length: 3 }, () => `Bearer ${BEARER}`), `Bearer ${APP}|${SIGNED_WITH}`]);
		expect(asked.map(({ qs }) => qs.appsecret_proof)).toEqual([PAGE_PROOF, PAGE_PROOF, PAGE_PROOF, APP_PROOF]);
		expect(JSON.stringify(asked.map(({ uri, qs }) => [uri, qs]))).not.toContain(BEARER);
	});

	it('names every permission that is missing', async () => {
		const { status, message } = await tested({ ...GOOD, '/messenger_profile': [403, graphError(200)], '/subscribed_apps': [400, graphError(10)] });
		expect(status).toBe('Error');
		expect(message).toMatch(/lacks the permission pages_messaging .*the permission pages_manage_metadata/);
	});

	it.each<[string, Record<string, [number, object]>, RegExp]>([
		['a dead token', { [`/${PAGE}`]: [400, graphError(190, 463)] }, /the Page access token.*Generate a new Page access token/],
		['a wrong app secret', { [`/${PAGE}`]: [400, graphError(100, undefined, 'Invalid appsecret_proof provided in the API argument')] }, /App Secret/],
		['a wrong app id', { '/subscriptions': [400, graphError(190)] }, /App ID and App Secret/],
		['a host that is not Graph', { [`/${PAGE}`]: [200, { hello: 'world' }] }, /not with the Page of the Page ID/],
	])('tells %s', async (_, answers, expected) => {
		const { status, message } = await tested({ ...GOOD, ...answers });
		expect([status, message]).toEqual(['Error', expect.stringMatching(expected)]);
	});

	it('tells a host that cannot be reached', async () => {
		const context = { helpers: { request: async () => await Promise.reject(new Error('connect ECONNREFUSED')) } } as unknown as ICredentialTestFunctions;
		expect(await testMessengerPage.call(context, { id: '1', name: 'c', type: type.name, data })).toMatchObject({ status: 'Error', message: expect.stringContaining('could not be reached at https://graph.facebook.com/v26.0') });
	});

	it('does without the app id, which only the trigger needs', async () => {
		expect((await tested(GOOD, { appId: '' })).asked).toHaveLength(3);
	});
});
