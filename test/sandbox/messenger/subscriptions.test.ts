import { RULES } from '../../../sandbox/messenger/rules';
import { ADA, APP, APP_TOKEN, PAGE, PAGE_TOKEN, SECOND_APP, startCallback, startMessenger, type Callback, type Messenger } from './harness';

let messenger: Messenger;
let callback: Callback;
beforeAll(async () => {
	messenger = await startMessenger();
});
beforeEach(async () => {
	await messenger.reset();
	callback = await startCallback();
});
afterEach(async () => await callback.close());
afterAll(async () => await messenger.close());

const asApp = { authorization: `Bearer ${APP_TOKEN}` };
const subscribe = async (more: object = {}, headers: Record<string, string> = asApp, appId = APP) =>
	await messenger.graph('POST', `/${appId}/subscriptions`, { object: 'page', callback_url: callback.url, verify_token: 'our-token', fields: ['messages', 'messaging_postbacks'], include_values: true, ...more }, headers);
const list = async () => (await messenger.graph<{ data: object[] }>('GET', `/${APP}/subscriptions`, undefined, asApp)).body.data;
const truth = async () => (await messenger.control<{ apps: object[]; pages: object[] }>('GET', '/messenger/subscriptions')).body;

describe('the app layer', () => {
	it('verifies the callback during the call', async () => {
		expect((await subscribe()).body).toEqual({ success: true });
		expect(callback.asked).toHaveLength(1);
		const query = callback.asked[0].searchParams;
		expect([query.get('hub.mode'), query.get('hub.verify_token')]).toEqual(['subscribe', 'our-token']);
		expect(query.get('hub.challenge')).toMatch(/^\d{10}$/);
		expect(await list()).toEqual([{ object: 'page', callback_url: callback.url, active: true, fields: [{ name: 'messages', version: expect.any(String) }, { name: 'messaging_postbacks', version: expect.any(String) }] }]);
		expect((await truth()).apps).toEqual([{ appId: APP, object: 'page', callbackUrl: callback.url, verifyToken: 'our-token', fields: ['messages', 'messaging_postbacks'] }]);
	});

	it('keeps the query of the callback', async () => {
		await subscribe({ callback_url: `${callback.url}?tenant=7` });
		expect(callback.asked[0].searchParams.get('tenant')).toBe('7');
	});

	it.each([
		['a refusal', { status: 403, body: 'no' }],
		['an error', { status: 500, body: '' }],
		['another text', { status: 200, body: 'ok' }],
		['the challenge in quotes', { status: 200, body: 'quoted' }],
	])('takes no callback that answers with %s: 2200', async (name, answer) => {
		callback.verify = (url) => (name === 'the challenge in quotes' ? { status: 200, body: JSON.stringify(url.searchParams.get('hub.challenge')) } : answer);
		expect((await subscribe()).body.error?.code).toBe(2200);
		expect(messenger.lastRule()).toEqual(RULES.verification);
		expect(await list()).toEqual([]);
	});

	it('takes no callback that answers elsewhere', async () => {
		callback.verify = (url) => {
			const challenge = url.searchParams.get('hub.challenge') ?? '';
			return url.pathname === '/moved' ? { status: 200, body: challenge } : { status: 302, body: '', location: `/moved?hub.challenge=${challenge}` };
		};
		expect((await subscribe()).body.error?.code).toBe(2200);
		expect(callback.asked).toHaveLength(1);
	});

	it('takes no callback that is not there', async () => {
		const silent = await startCallback();
		await silent.close();
		expect((await subscribe({ callback_url: silent.url })).body.error?.code).toBe(2200);
	});

	it.each(['http://example.com/hook', 'no url', 'ftp://127.0.0.1/x'])('takes no callback at %s', async (url) => {
		expect((await subscribe({ callback_url: url })).body.error?.code).toBe(100);
		expect(messenger.lastRule()).toEqual(RULES.callbackHttps);
	});

	it('has one callback: subscribing again replaces it', async () => {
		await subscribe();
		await subscribe({ callback_url: `${callback.url}/new`, fields: 'messages' });
		expect(await list()).toEqual([expect.objectContaining({ callback_url: `${callback.url}/new`, fields: [{ name: 'messages', version: expect.any(String) }] })]);
	});

	it('keeps the old callback where the new one does not verify', async () => {
		await subscribe();
		callback.verify = () => ({ status: 403, body: '' });
		await subscribe({ callback_url: `${callback.url}/new` });
		expect(await list()).toEqual([expect.objectContaining({ callback_url: callback.url })]);
	});

	it('forgets the object it is told to', async () => {
		await subscribe();
		await subscribe({ object: 'permissions', fields: 'connected' });
		expect((await list()).length).toBe(2);
		await messenger.graph('DELETE', `/${APP}/subscriptions?object=page`, undefined, asApp);
		expect(await list()).toEqual([expect.objectContaining({ object: 'permissions' })]);
	});

	it('takes the app token only, of that app', async () => {
		expect((await subscribe({}, { authorization: `Bearer ${PAGE_TOKEN}` })).body.error?.code).toBe(190);
		expect(messenger.lastRule()).toEqual(RULES.appToken);
		expect((await subscribe({}, asApp, SECOND_APP)).body.error).toMatchObject({ code: 100, error_subcode: 33 });
		expect((await subscribe({}, { authorization: `Bearer ${APP}|wrong` })).body.error?.code).toBe(190);
		expect(callback.asked).toHaveLength(0);
	});

	it('refuses a field that there is none', async () => {
		expect((await subscribe({ fields: 'message' })).body.error).toMatchObject({ code: 100, message: expect.stringContaining('got "message"') });
		expect(messenger.lastRule()).toEqual(RULES.subscribedFields);
	});

	it('keeps the verify token out of the log', async () => {
		await subscribe();
		const sent = messenger.events().filter(({ kind }) => kind === 'delivery');
		expect(sent).toHaveLength(1);
		expect(JSON.stringify(sent)).not.toContain('our-token');
	});
});

describe('the Page layer', () => {
	const path = `/${PAGE}/subscribed_apps`;
	const onPage = async () => (await messenger.graph<{ data: object[] }>('GET', path)).body.data;

	it.each([
		['in the query', `${path}?subscribed_fields=messages,messaging_postbacks`, undefined],
		['as text', path, { subscribed_fields: 'messages,messaging_postbacks' }],
		['as a list', path, { subscribed_fields: ['messages', 'messaging_postbacks'] }],
	])('takes fields %s', async (_name, url, body) => {
		expect((await messenger.graph('POST', url, body)).body).toEqual({ success: true });
		expect(await onPage()).toEqual([expect.objectContaining({ id: APP, name: 'Sandbox Messenger App', subscribed_fields: ['messages', 'messaging_postbacks'] })]);
	});

	it('replaces fields, lists every app, removes only the caller', async () => {
		await messenger.graph('POST', path, { subscribed_fields: 'messages,message_reads' });
		await messenger.graph('POST', path, { subscribed_fields: 'messages' });
		await messenger.graph('POST', path, { subscribed_fields: 'feed' }, { authorization: 'Bearer sandbox-second-app-token' });
		expect(await onPage()).toMatchObject([{ id: APP, subscribed_fields: ['messages'] }, { id: SECOND_APP, subscribed_fields: ['feed'] }]);
		await messenger.graph('DELETE', path);
		expect(await onPage()).toMatchObject([{ id: SECOND_APP }]);
	});

	it.each([undefined, { subscribed_fields: '' }, { subscribed_fields: 'messages,nonsense' }])('refuses %j', async (body) => {
		expect((await messenger.graph('POST', path, body)).body.error?.code).toBe(100);
		expect(await onPage()).toEqual([]);
	});
});

describe('both', () => {
	it.each([
		['the app alone', 'messages', undefined],
		['the Page alone', undefined, 'messages'],
		['other fields at the app', 'messaging_postbacks', 'messages'],
		['other fields at the Page', 'messages', 'messaging_postbacks'],
	])('%s: nobody is told, and the log says why', async (_name, app, page) => {
		if (app) await subscribe({ fields: app });
		if (page) await messenger.graph('POST', `/${PAGE}/subscribed_apps`, { subscribed_fields: page });
		await messenger.person(ADA, 'messages', { text: 'anybody?' });
		await messenger.note('no app hears the field messages in both layers');
		expect(callback.taken).toHaveLength(0);
	});
});
