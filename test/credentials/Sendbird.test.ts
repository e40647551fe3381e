import type { ICredentialTestFunctions, IDataObject } from 'n8n-workflow';
import { SendbirdChatApi } from '../../credentials/SendbirdChatApi.credentials';
import { SendbirdNotificationsApi } from '../../credentials/SendbirdNotificationsApi.credentials';
import { sendbirdChat, sendbirdNotifications } from '../../nodes/Sendbird/api';
import { testSendbirdChat, testSendbirdNotifications } from '../../nodes/Sendbird/credentialTest';
import { Sendbird } from '../../nodes/Sendbird/Sendbird.node';
import { SendbirdTrigger } from '../../nodes/Sendbird/SendbirdTrigger.node';
import { APP, CHAT_HOST, CHAT_BEARER, credentials, INTEGRATION_BEARER, NOTIFICATIONS_HOST, NOTIFICATIONS_BEARER, sendbirdError } from '../nodes/Sendbird/sendbird';

const chatType = new SendbirdChatApi();
const notificationsType = new SendbirdNotificationsApi();
const data = credentials();

describe('two hosts, two tokens', () => {
	it('each has its own base URL, and takes another without version or slash', () => {
		expect(sendbirdChat.baseUrl({ appId: ` ${APP} ` })).toBe(CHAT_HOST);
		expect(sendbirdNotifications.baseUrl({ appId: APP })).toBe(NOTIFICATIONS_HOST);
		for (const vendor of [sendbirdChat, sendbirdNotifications]) {
			expect(['http://x:1/s', 'http://x:1/s/', 'http://x:1/s/v3', 'http://x:1/s/v1/'].map((baseUrl) => vendor.baseUrl({ appId: APP, baseUrl }))).toEqual(Array(4).fill('http://x:1/s'));
			expect([vendor.isOverridden({ baseUrl: '' }), vendor.isOverridden({ baseUrl: 'http://x' })]).toEqual([false, true]);
		}
	});

	it('an application ID cannot lead to another host', () => {
		expect(sendbirdChat.baseUrl({ appId: 'evil.test/' })).toBe('https://api-evil.test%2F.sendbird.com');
	});

	it('secrets are hidden', () => {
		for (const { properties } of [chatType, notificationsType]) {
			for (const { name, typeOptions } of properties) if (/token|secret|apikey|password/i.test(name)) expect([name, typeOptions?.password]).toEqual([name, true]);
		}
	});

	it('the chat token goes into Api-Token', () => {
		expect(chatType.authenticate.properties.headers).toEqual({ 'Api-Token': '={{$credentials.apiToken}}' });
	});

	it('the notifications credential signs in with its token; with the integration\'s for a relay only, and the mark stays here', async () => {
		if (typeof notificationsType.authenticate !== 'function') throw new Error('authenticate is no function');
		const sign = notificationsType.authenticate;
		expect(await sign(data.sendbirdNotificationsApi, { url: 'https://x', headers: { a: '1' } })).toEqual({ url: 'https://x', headers: { a: '1', 'Api-Token': NOTIFICATIONS_BEARER } });
		expect(await sign(data.sendbirdNotificationsApi, { url: 'https://x', headers: { 'x-token-kind': 'integration' } })).toEqual({ url: 'https://x', headers: { 'Api-Token': INTEGRATION_BEARER } });
	});
});

it('the nodes ask for the credential that fits what is chosen, and both are tested', () => {
	const shown = new Sendbird().description.credentials?.map(({ name, testedBy, displayOptions }) => [name, testedBy, displayOptions?.show?.resource]);
	expect(shown).toEqual([
		['sendbirdChatApi', 'testSendbirdChat', ['announcement', 'groupChannel', 'message', 'user', 'webhookSetting']],
		['sendbirdNotificationsApi', 'testSendbirdNotifications', ['notification', 'relay', 'template']],
	]);
	for (const { methods } of [new Sendbird(), new SendbirdTrigger()]) expect(methods.credentialTest).toEqual({ testSendbirdChat, testSendbirdNotifications });
});

interface Asked {
	uri: string;
	headers: IDataObject;
}

/** Runs a test against one answer; what was asked comes back. */
async function tested(test: typeof testSendbirdChat, name: keyof typeof data, status: number | Error, body: unknown = {}, more: IDataObject = {}) {
	const asked: Asked[] = [];
	const request = async (options: object): Promise<unknown> => {
		asked.push(options as Asked);
		if (status instanceof Error) throw status;
		return { statusCode: status, body };
	};
	const context = { helpers: { request } } as unknown as ICredentialTestFunctions;
	const result = await test.call(context, { id: '1', name: 'c', type: String(name), data: { ...data[name], ...more } as (typeof data)[string] });
	return { ...result, asked };
}

describe('the test of the chat credential', () => {
	const ask = async (status: number | Error, body?: unknown) => await tested(testSendbirdChat, 'sendbirdChatApi', status, body);

	it('reads the webhook setting, and is content', async () => {
		const { status, asked } = await ask(200, { webhook: {} });
		expect(status).toBe('OK');
		expect(asked).toMatchObject([{ uri: `${CHAT_HOST}/v3/applications/settings/webhook`, headers: { 'Api-Token': CHAT_BEARER } }]);
	});

	it.each<[string, number | Error, unknown, RegExp]>([
		['a wrong token', 400, sendbirdError(400401), /Settings > Application > General/],
		['a wrong application', 400, sendbirdError(400304), /Application ID.*case-sensitive/],
		['a proxy\'s page', 200, '<html>', /not Sendbird/],
		['nobody', new Error('ENOTFOUND'), undefined, /Nobody answered at https:\/\/api-a1b2/],
	])('%s: says which part is wrong', async (_, status, body, message) => {
		expect(await ask(status, body)).toMatchObject({ status: 'Error', message: expect.stringMatching(message) });
	});
});

describe('the test of the notifications credential', () => {
	const ask = async (status: number | Error, body?: unknown, more?: IDataObject) => await tested(testSendbirdNotifications, 'sendbirdNotificationsApi', status, body, more);

	it('lists templates, at the credential\'s path', async () => {
		expect(await ask(200, { templates: [] })).toMatchObject({ status: 'OK', asked: [{ uri: `${NOTIFICATIONS_HOST}/v1/templates`, headers: { 'Api-Token': NOTIFICATIONS_BEARER } }] });
		expect(await ask(200, [], { templatesPath: '/v2/templates' })).toMatchObject({ status: 'OK', asked: [{ uri: `${NOTIFICATIONS_HOST}/v2/templates` }] });
	});

	it.each<[string, number, unknown]>([
		['404', 404, 'nothing'],
		['400930', 400, sendbirdError(400930)],
	])('an unknown endpoint (%s) proves nothing, and is no success', async (_, status, body) => {
		expect(await ask(status, body)).toMatchObject({ status: 'Error', message: expect.stringMatching(/^Not proved: .*Templates Path/) });
	});

	it('a wrong token says where the right one is', async () => {
		expect(await ask(400, sendbirdError(400401))).toMatchObject({ status: 'Error', message: expect.stringContaining('Business Messaging > Authentication') });
	});
});
