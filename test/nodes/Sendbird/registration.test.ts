import type { IDataObject } from 'n8n-workflow';
import { SendbirdTrigger } from '../../../nodes/Sendbird/SendbirdTrigger.node';
import { closedNetwork } from '../../support/network';
import { hookContext } from '../../support/n8n';
import { chat, credentials, sendbirdError } from './sendbird';

jest.mock('n8n-workflow', () => jest.requireActual<typeof import('../../support/quickSleep')>('../../support/quickSleep').quick);
closedNetwork();

const WEBHOOK_ID = '7d1a2f0e-9c1b-4f1e-8d61-0f6a3d1c2b4a';
const HERE = `http://n8n.test/webhook/${WEBHOOK_ID}/webhook`;
const ELSEWHERE = 'https://somebody.else.test/hook';
const WANTED = ['group_channel:message_send', 'user:block'];
const PATH = '/v3/applications/settings/webhook';

interface Setting {
	enabled: boolean;
	url: string;
	include_members: boolean;
	enabled_events: string[];
}

const EMPTY: Setting = { enabled: false, url: '', include_members: false, enabled_events: [] };
const OURS: Setting = { enabled: true, url: HERE, include_members: false, enabled_events: WANTED };

const has = (setting: Partial<Setting> = {}) => chat().get(PATH).reply(200, { webhook: { ...EMPTY, ...setting } });
const takes = (change: object) => chat().put(PATH, change as Record<string, string>).reply(200, { webhook: { ...EMPTY, ...change } });

function trigger(remembered: IDataObject = {}, { testRun = false, parameters = {} }: { testRun?: boolean; parameters?: Record<string, string | boolean> } = {}) {
	const nodeType = new SendbirdTrigger();
	const setup = { nodeType, parameters: { source: 'chatWebhooks', events: WANTED, ...parameters }, credentials: credentials(), staticData: { ...remembered }, settings: { webhookId: WEBHOOK_ID } };
	const { context, staticData } = hookContext(setup, testRun);
	const { checkExists, create, delete: remove } = nodeType.webhookMethods.default;
	return { staticData, checkExists: async () => await checkExists.call(context), create: async () => await create.call(context), remove: async () => await remove.call(context) };
}

describe('checkExists', () => {
	it('is true where the one webhook leads here with all categories; more do no harm', async () => {
		const node = trigger();
		has({ ...OURS, enabled_events: [...WANTED, 'user:unblock'], include_members: true });
		expect(await node.checkExists()).toBe(true);
		expect(node.staticData()).toEqual({ endpoint: HERE });
		has({ ...OURS, enabled_events: ['*'] });
		expect(await trigger().checkExists()).toBe(true);
	});

	it.each<[string, Partial<Setting>, Record<string, boolean>]>([
		['there is none', {}, {}],
		['a category is missing', { ...OURS, enabled_events: ['user:block'] }, {}],
		['it is switched off', { ...OURS, enabled: false }, {}],
		['the members are missing', OURS, { includeMembers: true }],
		['somebody else\'s is switched off', { url: ELSEWHERE }, {}],
	])('is false where %s', async (_, setting, parameters) => {
		has(setting);
		expect(await trigger({}, { parameters }).checkExists()).toBe(false);
	});

	it('refuses where the slot is somebody else\'s, and names him', async () => {
		has({ ...OURS, url: ELSEWHERE });
		await expect(trigger().checkExists()).rejects.toThrow(`${ELSEWHERE}, and an application has one webhook only. Unpublish the workflow behind that address`);
	});
});

describe('create', () => {
	it('takes an empty slot, and remembers what it was', async () => {
		const node = trigger({}, { parameters: { otherEvents: 'x:y', includeMembers: true } });
		has();
		takes({ enabled: true, url: HERE, include_members: true, enabled_events: [...WANTED, 'x:y'] });
		expect(await node.create()).toBe(true);
		expect(node.staticData()).toEqual({ endpoint: HERE, former: EMPTY });
	});

	it('takes one that is switched off, adds to its categories, and keeps it whole', async () => {
		const node = trigger();
		const former = { enabled: false, url: ELSEWHERE, include_members: true, enabled_events: ['user:unblock'] };
		has(former);
		takes({ enabled: true, url: HERE, include_members: true, enabled_events: ['user:unblock', ...WANTED] });
		await node.create();
		expect(node.staticData()).toEqual({ endpoint: HERE, former });
	});

	it('completes its own without forgetting what was there before', async () => {
		const former = { ...EMPTY, url: ELSEWHERE };
		const node = trigger({ endpoint: HERE, former });
		has({ ...OURS, enabled_events: ['user:unblock'] });
		takes({ enabled: true, url: HERE, include_members: false, enabled_events: ['user:unblock', ...WANTED] });
		await node.create();
		expect(node.staticData()).toEqual({ endpoint: HERE, former });
	});

	it('takes its own of before n8n\'s address changed', async () => {
		const node = trigger({ endpoint: 'https://old.test/webhook', former: EMPTY });
		has({ ...OURS, url: 'https://old.test/webhook' });
		takes({ enabled: true, url: HERE, include_members: false, enabled_events: WANTED });
		await node.create();
		expect(node.staticData()).toEqual({ endpoint: HERE, former: EMPTY });
	});

	it('all swallows the rest', async () => {
		has({ ...OURS, enabled_events: ['*'] });
		takes({ enabled: true, url: HERE, include_members: true, enabled_events: ['*'] });
		await trigger({}, { parameters: { includeMembers: true } }).create();
	});

	it('never takes a foreign one', async () => {
		const node = trigger();
		has({ ...OURS, url: ELSEWHERE });
		await expect(node.create()).rejects.toThrow(ELSEWHERE);
		expect(node.staticData()).toEqual({});
	});

	it('that fails half-way can be taken back', async () => {
		const node = trigger();
		has({ url: ELSEWHERE });
		chat().put(PATH).reply(400, sendbirdError(400108, 'Not authorized.'));
		await expect(node.create()).rejects.toThrow(/Not authorized.*master API token/);
		has({ url: ELSEWHERE });
		expect(await node.remove()).toBe(true);
		expect(node.staticData()).toEqual({});
	});
});

describe('delete', () => {
	it('puts back what was there', async () => {
		const former = { enabled: false, url: ELSEWHERE, include_members: true, enabled_events: ['user:unblock'] };
		const node = trigger({ endpoint: HERE, former });
		has(OURS);
		takes(former);
		expect(await node.remove()).toBe(true);
		expect(node.staticData()).toEqual({});
	});

	it('switches off where the slot was empty, or where it is not known what was', async () => {
		for (const memory of [{ endpoint: HERE, former: { ...EMPTY } }, { endpoint: HERE }]) {
			has(OURS);
			takes({ enabled: false, enabled_events: [] });
			await trigger(memory).remove();
		}
	});

	it('leaves a slot that somebody else has taken since', async () => {
		has({ ...OURS, url: ELSEWHERE });
		expect(await trigger({ endpoint: HERE, former: EMPTY as unknown as IDataObject }).remove()).toBe(true);
	});

	it('does nothing where we made nothing', async () => {
		expect(await trigger().remove()).toBe(true);
	});
});

describe('a test run', () => {
	it('takes nothing, and says how to try instead', async () => {
		await expect(trigger({}, { testRun: true }).checkExists()).rejects.toThrow(/one webhook.*Publish the workflow/);
		await expect(trigger({}, { testRun: true }).create()).rejects.toThrow(/one webhook/);
	});

	it('takes nothing back of what the published workflow has', async () => {
		const memory = { endpoint: HERE, former: { ...EMPTY } };
		const node = trigger(memory, { testRun: true });
		expect(await node.remove()).toBe(true);
		expect(node.staticData()).toEqual(memory);
	});
});

it('what is typed into the Dashboard is not registered, in a test run neither', async () => {
	for (const source of ['deliveryStatus', 'notificationWebhooks']) {
		const node = trigger({}, { testRun: true, parameters: { source } });
		expect([await node.checkExists(), await node.create(), await node.remove()]).toEqual([true, true, true]);
	}
});
