import type { IDataObject } from 'n8n-workflow';
import { MessengerTrigger } from '../../../nodes/Messenger/MessengerTrigger.node';
import { closedNetwork } from '../../support/network';
import { hookContext } from '../../support/n8n';
import { api, appApi, appProved, credentials, graphError, proved } from './messenger';
import { APP_PATH, appHas, appRemoved, appRow, appSubscribes, PAGE_PATH, pageHas, pageRemoved, pageSubscribes } from './subscriptionCalls';

jest.mock('n8n-workflow', () => jest.requireActual<typeof import('../../support/quickSleep')>('../../support/quickSleep').quick);
closedNetwork();

const WEBHOOK_ID = '7d1a2f0e-9c1b-4f1e-8d61-0f6a3d1c2b4a';
const HERE = `http://n8n.test/webhook/${WEBHOOK_ID}/webhook`;
const ELSEWHERE = 'https://somebody.else.test/hook';
const WANTED = ['messages', 'messaging_postbacks'];

function trigger(remembered: IDataObject = {}, { testRun = false, credential = {} }: { testRun?: boolean; credential?: IDataObject } = {}) {
	const nodeType = new MessengerTrigger();
	const { context, staticData } = hookContext({ nodeType, parameters: { webhookFields: WANTED }, credentials: credentials(credential), staticData: { ...remembered }, settings: { webhookId: WEBHOOK_ID } }, testRun);
	const { checkExists, create, delete: remove } = nodeType.webhookMethods.default;
	return { staticData, checkExists: async () => await checkExists.call(context), create: async () => await create.call(context), remove: async () => await remove.call(context) };
}

describe('checkExists', () => {
	it('is true where both layers lead here with all fields; more fields do no harm', async () => {
		const node = trigger();
		appHas(appRow('https://other.test', ['x'], { object: 'user' }), appRow(HERE, [...WANTED, 'feed']));
		pageHas([...WANTED, 'feed']);
		expect(await node.checkExists()).toBe(true);
		expect(node.staticData()).toEqual({ endpoint: HERE });
	});

	it('takes field names that come as texts', async () => {
		appHas(appRow(HERE, [], { fields: WANTED }));
		pageHas(WANTED);
		expect(await trigger().checkExists()).toBe(true);
	});

	it.each<[string, Parameters<typeof appHas>, string[] | undefined]>([
		['the app has no callback', [], WANTED],
		['the app lacks a field', [appRow(HERE, ['messages'])], WANTED],
		['the app\'s callback is switched off', [appRow(HERE, WANTED, { active: false })], WANTED],
		['the Page is not subscribed: verified, and silent', [appRow(HERE, WANTED)], undefined],
		['the Page lacks a field', [appRow(HERE, WANTED)], ['messages']],
	])('is false where %s', async (_, rows, fields) => {
		appHas(...rows);
		pageHas(fields);
		expect(await trigger().checkExists()).toBe(false);
	});

	it('refuses where the app\'s one callback is somebody else\'s, and names it', async () => {
		appHas(appRow(ELSEWHERE, WANTED));
		await expect(trigger().checkExists()).rejects.toThrow(`${ELSEWHERE}, and an app has one callback only. Unpublish the workflow behind that address`);
	});
});

describe('create', () => {
	it('makes both layers, with the verify token, and remembers what it made', async () => {
		const node = trigger();
		appHas();
		appSubscribes(HERE, WANTED);
		pageHas();
		pageSubscribes(WANTED);
		expect(await node.create()).toBe(true);
		expect(node.staticData()).toEqual({ endpoint: HERE, appMadeByUs: true, pageMadeByUs: true });
	});

	it('completes what stood already, drops no field, and does not call it its own', async () => {
		const node = trigger();
		appHas(appRow(HERE, ['messages', 'feed']));
		appSubscribes(HERE, ['messages', 'feed', 'messaging_postbacks']);
		pageHas(['feed']);
		pageSubscribes(['feed', ...WANTED]);
		await node.create();
		expect(node.staticData()).toEqual({ endpoint: HERE });
	});

	it('leaves a whole layer as it is', async () => {
		appHas(appRow(HERE, WANTED));
		pageHas();
		pageSubscribes(WANTED);
		await trigger().create();
	});

	it('takes a callback of its own from before n8n\'s address changed', async () => {
		const node = trigger({ endpoint: 'https://old.test/webhook/x', appMadeByUs: true });
		appHas(appRow('https://old.test/webhook/x', WANTED));
		appSubscribes(HERE, WANTED);
		pageHas(WANTED);
		await node.create();
		expect(node.staticData()).toEqual({ endpoint: HERE, appMadeByUs: true });
	});

	it('never takes a foreign one', async () => {
		const node = trigger();
		appHas(appRow(ELSEWHERE, WANTED, { active: false }));
		await expect(node.create()).rejects.toThrow(ELSEWHERE);
		expect(node.staticData()).toEqual({});
	});

	it('that fails half-way remembers the half, and delete takes it back', async () => {
		const node = trigger();
		appHas();
		appSubscribes(HERE, WANTED);
		pageHas();
		api().post(PAGE_PATH).query(proved({ subscribed_fields: WANTED.join(',') })).reply(403, graphError(200));
		await expect(node.create()).rejects.toThrow(/pages_manage_metadata/);
		expect(node.staticData()).toEqual({ endpoint: HERE, appMadeByUs: true });
		appHas(appRow(HERE, WANTED));
		appRemoved();
		await node.remove();
		expect(node.staticData()).toEqual({});
	});

	it('says what to do where Meta could not verify the callback', async () => {
		appHas();
		appApi().post(APP_PATH).query(appProved()).reply(400, graphError(2200, undefined, '(#2200) Callback verification failed'));
		await expect(trigger().create()).rejects.toThrow(/Callback verification failed.*reachable from the internet/);
	});

	it.each([['a verify token', { verifyToken: '' }, /Verify Token/], ['an app id', { appId: '' }, /holds no app ID/]])('needs %s', async (_, credential, message) => {
		await expect(trigger({}, { credential }).create()).rejects.toThrow(message);
	});
});

describe('delete', () => {
	const MADE = { endpoint: HERE, appMadeByUs: true, pageMadeByUs: true };

	it('takes back both layers where we made them', async () => {
		const node = trigger(MADE);
		pageRemoved();
		appHas(appRow(HERE, WANTED));
		appRemoved();
		expect(await node.remove()).toBe(true);
		expect(node.staticData()).toEqual({});
	});

	it('unsubscribes no Page that was subscribed before us, and no app', async () => {
		expect(await trigger({ endpoint: HERE }).remove()).toBe(true);
	});

	it('leaves a callback that somebody else has taken since', async () => {
		pageRemoved();
		appHas(appRow(ELSEWHERE, WANTED));
		await trigger(MADE).remove();
	});
});

describe('a test run', () => {
	it('takes no callback, and says how to try instead', async () => {
		await expect(trigger({}, { testRun: true }).checkExists()).rejects.toThrow(/one callback.*Publish the workflow/);
		await expect(trigger({}, { testRun: true }).create()).rejects.toThrow(/one callback/);
	});

	it('takes nothing back of what the published workflow has: n8n calls delete for it with the same memory', async () => {
		const node = trigger({ endpoint: HERE, appMadeByUs: true, pageMadeByUs: true }, { testRun: true });
		expect(await node.remove()).toBe(true);
		expect(node.staticData()).toMatchObject({ endpoint: HERE, pageMadeByUs: true });
	});
});
