import type { Delivery, DeliveryOutcome } from '../../../sandbox/core/deliver';
import { deliver } from '../../../sandbox/core/deliver';
import { World } from '../../../sandbox/core/world';
import { Receiver } from '../zendesk/helpers';

const newWorld = (waitFactor = 1) => new World({ baseUrl: '', waitFactor });

describe('faults', () => {
	test('hit their vendor and route, as often as asked, and end', () => {
		const { faults } = newWorld();
		faults.add({ vendor: 'zendesk', route: 'PUT /api/v2/tickets/*', status: 503, times: 2 });
		expect(faults.take('braze', 'PUT /api/v2/tickets/1')).toBeUndefined();
		expect(faults.take('zendesk', 'GET /api/v2/tickets/1')).toBeUndefined();
		expect(faults.take('zendesk', 'deliveries')).toBeUndefined();
		for (let turn = 0; turn < 2; turn++) expect(faults.take('zendesk', 'PUT /api/v2/tickets/1')?.status).toBe(503);
		expect(faults.take('zendesk', 'PUT /api/v2/tickets/1')).toBeUndefined();
		expect(faults.list()).toEqual([]);
	});

	test('a star hits every call in, never the deliveries; a share of 0 hits nothing', () => {
		const { faults } = newWorld();
		faults.add({ vendor: 'braze', route: '*', status: 500 });
		expect(faults.take('braze', 'POST /users/track')?.status).toBe(500);
		expect(faults.take('braze', 'deliveries')).toBeUndefined();
		faults.clear();
		faults.add({ vendor: 'braze', route: '*', status: 500, share: 0 });
		expect(faults.take('braze', 'POST /users/track')).toBeUndefined();
	});
});

describe('timers', () => {
	test('fire when the world has aged enough, once, and never after a reset', () => {
		const world = newWorld();
		const fired: string[] = [];
		world.timers.after(60_000, () => fired.push('minute'));
		world.timers.after(3_600_000, () => fired.push('hour'));
		world.age(59_000);
		expect(fired).toEqual([]);
		world.age(2000);
		world.age(2000);
		expect(fired).toEqual(['minute']);
		world.reset();
		world.age(7_200_000);
		expect(fired).toEqual(['minute']);
	});
});

describe('deliveries', () => {
	let receiver: Receiver;
	beforeEach(async () => {
		receiver = await new Receiver().start();
	});
	afterEach(async () => await receiver.close());

	const delivery = (done: (outcome: DeliveryOutcome) => void, more: Partial<Delivery> = {}): Delivery => ({
		vendor: 'zendesk', summary: 'a delivery', method: 'POST', url: receiver.url, headers: () => ({}), body: 'x', timeoutMs: 5000, retryAfterMs: () => undefined, done, ...more,
	});

	test('are logged an attempt each and end with the last answer', async () => {
		const world = newWorld(0.001);
		receiver.answer = (response, count) => void response.writeHead(count === 1 ? 409 : 200).end('ok');
		const outcome = await new Promise<DeliveryOutcome>((resolve) =>
			deliver(world, delivery(resolve, { retryAfterMs: ({ status }) => (status === 409 ? 1000 : undefined) })),
		);
		expect(outcome).toMatchObject({ status: 200, timedOut: false, body: 'ok' });
		expect(world.events.after(0).events.map(({ summary, response }) => [summary, response?.status])).toEqual([['a delivery', 409], ['a delivery (attempt 2)', 200]]);
	});

	test('tell a timeout from a lost connection', async () => {
		const outcome = async (more: Partial<Delivery>) => await new Promise<DeliveryOutcome>((resolve) => deliver(newWorld(), delivery(resolve, more)));
		receiver.answer = () => {};
		expect(await outcome({ timeoutMs: 20 })).toMatchObject({ status: 0, timedOut: true });
		receiver.answer = (response) => void response.destroy();
		expect(await outcome({})).toMatchObject({ status: 0, timedOut: false });
	});

	test('that are under way at a reset leave no trace in the new world', async () => {
		const world = newWorld(0);
		let over: () => void = () => {};
		receiver.answer = (response) => {
			over = () => void response.writeHead(409).end();
		};
		const marker = new Promise<DeliveryOutcome>((resolve) => {
			deliver(world, delivery(resolve, { retryAfterMs: () => 0 }));
			void receiver.count(1).then(() => {
				world.reset();
				over();
				receiver.answer = (response) => void response.end();
				deliver(world, delivery(resolve, { summary: 'the new world', body: 'marker' }));
			});
		});
		await marker;
		expect(world.events.after(0).events.map(({ summary }) => summary)).toEqual(['the new world']);
		expect(receiver.taken.map(({ text }) => text)).toEqual(['x', 'marker']);
	});
});
