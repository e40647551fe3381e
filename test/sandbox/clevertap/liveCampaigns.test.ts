import { RULES } from '../../../sandbox/clevertap/rules';
import { nowSeconds, startCleverTap, startReceiver, type CleverTap, type Receiver } from './harness';

let clevertap: CleverTap;
let receiver: Receiver;
beforeAll(async () => {
	clevertap = await startCleverTap();
	receiver = await startReceiver();
});
beforeEach(async () => await clevertap.reset());
afterAll(async () => {
	await clevertap.close();
	await receiver.close();
});

describe('live campaigns', () => {
	const shipped = (more: object = {}) => ({ type: 'event', identity: 'cust-42', evtName: 'Order Shipped', evtData: { order_id: 'A-1' }, ...more });
	beforeEach(async () => {
		await clevertap.webhook({ name: 'Sendbird single', url: receiver.url });
		await clevertap.start('single');
	});
	/** Who qualifies is settled before the answer; only the calls are still under way. */
	const qualified = async () => (await clevertap.figures('single')).figures.qualified;

	it.each([[119, 1], [121, 0], [-1, 1], [-3, 0]])('an event %i minutes old: %i', async (minutes, expected) => {
		await clevertap.upload(shipped({ ts: nowSeconds() - minutes * 60 }));
		expect(await qualified()).toBe(expected);
		if (expected === 0) expect((await clevertap.note('is not set off')).rule).toEqual(RULES.liveWindow);
	});

	it('not by a refused record, a dry run, or another event', async () => {
		await clevertap.upload(shipped({ evtData: { 'a.b': 1 } }), shipped({ evtName: 'Other' }));
		await clevertap.post('/1/upload?dryRun=1', { d: [shipped()] });
		expect(await qualified()).toBe(0);
	});

	it('not when stopped', async () => {
		await clevertap.control('POST', '/campaigns/single/stop', {});
		await clevertap.upload(shipped());
		expect(await qualified()).toBe(0);
	});

	it('by what the person does in the app; only for its audience', async () => {
		await clevertap.control('POST', '/campaigns/single', { segment: 1001 });
		for (const id of ['cust-42', 'cust-43']) expect((await clevertap.control('POST', `/profiles/${id}/events`, { evtName: 'Order Shipped' })).status).toBe(201);
		expect(await qualified()).toBe(1);
	});
});
