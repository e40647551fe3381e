import { RULES } from '../../../sandbox/clevertap/rules';
import { DAY, MINUTE, startCleverTap, type CleverTap, type UploadAnswer } from './harness';

let clevertap: CleverTap;
beforeAll(async () => {
	// The vendor's own waits pass by ageing only.
	clevertap = await startCleverTap({ waitFactor: 1 });
});
beforeEach(async () => await clevertap.reset());
afterAll(async () => await clevertap.close());

const post = async (path: string, body: unknown) => await clevertap.post<UploadAnswer>(path, body);

describe('delete', () => {
	it('is taken at once and done later', async () => {
		expect((await post('/1/delete/profiles.json', { identity: 'cust-42' })).body).toEqual({ status: 'success', processed: 1, unprocessed: [] });
		expect(await clevertap.exists('cust-42')).toBe(true);
		await clevertap.age(MINUTE);
		expect(await clevertap.exists('cust-42')).toBe(false);
		expect((await clevertap.control<{ events: unknown[] }>('GET', '/events?name=Charged')).body.events).toEqual([]);
		await clevertap.note('profile cust-42 is deleted');
	});

	it('a list of identities, or of objectIds as guid', async () => {
		const { objectId } = await clevertap.profile('cust-45');
		await post('/1/delete/profiles.json', { identity: ['cust-43', 'nobody'] });
		expect(clevertap.lastRule()).toEqual(RULES.deleteUnknown);
		await post('/1/delete/profiles.json', { guid: [objectId] });
		await clevertap.age(MINUTE);
		expect(await Promise.all(['cust-43', 'cust-45', 'cust-46'].map(clevertap.exists))).toEqual([false, false, true]);
	});

	it('of nobody is 400', async () => {
		expect((await post('/1/delete/profiles.json', {})).status).toBe(400);
		expect((await post('/1/delete/profiles.json', { identity: [] })).status).toBe(400);
	});
});

describe('demerge', () => {
	it('is worked off at night: identity and e-mail go, each device is a profile', async () => {
		await clevertap.upload({ type: 'token', identity: 'cust-42', objectId: 'web-42', tokenData: { id: 't', type: 'chrome' } });
		expect((await post('/1/demerge/profiles.json', { identities: ['cust-42'] })).body.status).toBe('success');
		expect((await clevertap.profile('cust-42')).devices).toHaveLength(2);
		await clevertap.age(DAY);
		expect(await clevertap.exists('cust-42')).toBe(false);
		expect((await clevertap.profile('web-42')).devices).toMatchObject([{ objectId: 'web-42', platform: 'Web' }]);
		expect((await clevertap.profile('__gcust42device')).data).toMatchObject({ Name: 'Ada Lovelace' });
	});

	it('at most 100 at a time, a list', async () => {
		expect((await post('/1/demerge/profiles.json', { identities: Array.from({ length: 101 }, (_, index) => `i${index}`) })).status).toBe(400);
		expect(clevertap.lastRule()).toEqual(RULES.demergeLimit);
		expect((await post('/1/demerge/profiles.json', { identities: 'cust-42' })).status).toBe(400);
	});
});

describe('subscribe', () => {
	const change = async (...d: object[]) => (await post('/1/subscribe', { d })).body;

	it('changes everybody who shares the value', async () => {
		expect(await change({ type: 'phone', value: '+12025550145', status: 'Unsubscribe' })).toEqual({ status: 'success', processed: 1, unprocessed: [] });
		expect((await clevertap.profile('cust-45')).unsubscribed).toEqual(['phone']);
		expect((await clevertap.profile('cust-46')).unsubscribed).toEqual(['phone']);
		await change({ type: 'phone', value: '+12025550145', status: 'Resubscribe' });
		expect((await clevertap.profile('cust-46')).unsubscribed).toEqual([]);
	});

	it('keeps messages away', async () => {
		await change({ type: 'email', value: 'ada@example.com', status: 'Unsubscribe' });
		await post('/1/send/email.json', { to: { Identity: ['cust-42', 'cust-45'] }, content: { subject: 's', body: 'b' }, provider_nick_name: 'p' });
		expect((await clevertap.control<{ messages: Array<{ identity: string }> }>('GET', '/messages')).body.messages.map(({ identity }) => identity)).toEqual(['cust-45']);
	});

	it('names the rows that it cannot use', async () => {
		const bad = [{ type: 'fax', value: 'x', status: 'Unsubscribe' }, { type: 'email', value: 'nobody@example.com', status: 'Unsubscribe' }, { type: 'email', value: 'ada@example.com', status: 'Stop' }];
		const body = await change(...bad, { type: 'whatsapp', value: '+12025550142', status: 'Unsubscribe' });
		expect(body).toMatchObject({ status: 'partial', processed: 1 });
		expect(body.unprocessed.map(({ record }) => record)).toEqual(bad);
	});

	it('at most 1,000 rows', async () => {
		expect((await post('/1/subscribe', { d: Array.from({ length: 1001 }, () => ({})) })).status).toBe(400);
		expect(clevertap.lastRule()).toEqual(RULES.rowsLimit);
		expect((await post('/1/subscribe', {})).status).toBe(400);
	});
});

describe('disassociate', () => {
	const off = async (value: string, type = 'phone') => (await post('/1/disassociate', { d: [{ type, value }] })).body;

	it('takes a phone number off that is an identity', async () => {
		await clevertap.upload({ type: 'profile', identity: '+4915123456789', profileData: { Name: 'By phone', Phone: '+4915123456789' } });
		expect(await off('+4915123456789')).toMatchObject({ status: 'success', processed: 1 });
		expect(await clevertap.exists('+4915123456789')).toBe(false);
	});

	it('not another', async () => {
		expect(await off('+12025550142')).toMatchObject({ status: 'fail', processed: 0 });
		expect(await off('+4915123456789', 'email')).toMatchObject({ status: 'fail' });
		expect((await clevertap.profile('cust-42')).data.Phone).toBe('+12025550142');
	});
});
