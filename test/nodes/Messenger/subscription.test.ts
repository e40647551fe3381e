import type { INodeParameters } from 'n8n-workflow';
import { closedNetwork } from '../../support/network';
import { failureOf, oneOf } from './messenger';
import { appHas, appRow, appSubscribes, pageHas, pageSubscribes } from './subscriptionCalls';

jest.mock('n8n-workflow', () => jest.requireActual<typeof import('../../support/quickSleep')>('../../support/quickSleep').quick);
closedNetwork();

const HERE = 'https://n8n.test/webhook/x/webhook';
const WANTED = ['messages', 'messaging_postbacks'];
const ask = (operation: string, more: INodeParameters = {}): INodeParameters => ({ resource: 'subscription', operation, webhookFields: WANTED.join(','), ...more });

describe('status', () => {
	it('healthy', async () => {
		appHas(appRow(HERE, WANTED));
		pageHas(WANTED);
		expect(await oneOf(ask('status', { callbackUrl: HERE }))).toEqual({
			healthy: true,
			app: { subscribed: true, active: true, callbackUrl: HERE, isOurCallback: true, missingFields: [] },
			page: { subscribed: true, fields: WANTED, missingFields: [] },
		});
	});

	it.each<[string, Parameters<typeof appHas>, string[] | undefined, object]>([
		['the Page lost the app, as after an hour of failures', [appRow(HERE, WANTED)], undefined, { page: { subscribed: false, missingFields: WANTED } }],
		['a field is missing on the Page', [appRow(HERE, WANTED)], ['messages'], { page: { missingFields: ['messaging_postbacks'] } }],
		['a field is missing in the app', [appRow(HERE, ['messages'])], WANTED, { app: { missingFields: ['messaging_postbacks'] } }],
		['the app calls somebody else', [appRow('https://else.test', WANTED)], WANTED, { app: { isOurCallback: false, callbackUrl: 'https://else.test' } }],
		['the app calls nobody', [], WANTED, { app: { subscribed: false } }],
		['the app\'s callback is switched off', [appRow(HERE, WANTED, { active: false })], WANTED, { app: { active: false } }],
	])('%s', async (_, rows, fields, told) => {
		appHas(...rows);
		pageHas(fields);
		expect(await oneOf(ask('status', { callbackUrl: HERE }))).toMatchObject({ healthy: false, ...told });
	});

	it('a field that does not exist is refused', async () => {
		expect(await failureOf(ask('status', { webhookFields: 'messages,mesages' }))).toMatchObject({ class: 'invalidInput', message: expect.stringContaining('"mesages" is none') });
	});
});

describe('repair', () => {
	it('subscribes the Page again, and tells what is true afterwards', async () => {
		appHas(appRow(HERE, WANTED));
		pageHas();
		pageSubscribes(WANTED);
		appHas(appRow(HERE, WANTED));
		pageHas(WANTED);
		expect(await oneOf(ask('repair'))).toMatchObject({ healthy: true, repaired: ['page'] });
	});

	it('completes the app\'s fields at the callback it has, and keeps the Page\'s others', async () => {
		appHas(appRow(HERE, ['messages', 'feed']));
		pageHas(['feed', 'messages']);
		appSubscribes(HERE, ['messages', 'feed', 'messaging_postbacks']);
		pageSubscribes(['feed', ...WANTED]);
		appHas(appRow(HERE, [...WANTED, 'feed']));
		pageHas(['feed', ...WANTED]);
		expect(await oneOf(ask('repair'))).toMatchObject({ healthy: true, repaired: ['app', 'page'] });
	});

	it('makes an app subscription that is gone only where the callback is named', async () => {
		appHas();
		pageHas(WANTED);
		expect(await oneOf(ask('repair'))).toMatchObject({ healthy: false, repaired: [] });
		appHas();
		pageHas(WANTED);
		appSubscribes(HERE, WANTED);
		appHas(appRow(HERE, WANTED));
		pageHas(WANTED);
		expect(await oneOf(ask('repair', { callbackUrl: HERE }))).toMatchObject({ healthy: true, repaired: ['app'] });
	});

	it('never takes a foreign callback', async () => {
		appHas(appRow('https://else.test', ['messages']));
		pageHas(WANTED);
		expect(await oneOf(ask('repair', { callbackUrl: HERE }))).toMatchObject({ healthy: false, repaired: [], app: { isOurCallback: false } });
	});

	it('has nothing to do where all is well', async () => {
		appHas(appRow(HERE, WANTED));
		pageHas(WANTED);
		expect(await oneOf(ask('repair'))).toMatchObject({ healthy: true, repaired: [] });
	});
});
