import { startBraze, type BrazeSandbox } from './harness';
import { age, API_CAMPAIGN, email, inboxOf, inSeconds, sent, seriesOf } from './messaging';

let braze: BrazeSandbox;
beforeAll(async () => {
	braze = await startBraze();
});
beforeEach(() => braze.world.reset());
afterAll(async () => await braze.close());

const messages = { email: email({ message_variation_id: 'variation-email-berlin' }) };
const create = async (schedule: object, more: object = {}) =>
	await braze.call('POST', '/messages/schedule/create', { broadcast: true, segment_id: 'segment-berlin', campaign_id: API_CAMPAIGN, messages, schedule, ...more });
const update = async (body: object) => await braze.call('POST', '/messages/schedule/update', body);
const remove = async (id: unknown) => await braze.call('POST', '/messages/schedule/delete', { schedule_id: id });
const nothingSent = () => expect(braze.events().filter(({ kind }) => kind === 'sent')).toEqual([]);

/** A wall time without a zone, this many hours from now. */
const wall = (hours: number): string => new Date(Date.now() + hours * 3_600_000).toISOString().slice(0, 19);

describe('a schedule at a moment', () => {
	it('goes out as the world ages, not before, and once', async () => {
		const answer = await create({ time: inSeconds(2 * 86_400) });
		expect(answer).toMatchObject({ status: 201, body: { message: 'success', dispatch_id: expect.any(String), schedule_id: expect.any(String), send_id: expect.any(String) } });
		await age(braze, 1);
		nothingSent();
		await age(braze, 1.5);
		await sent(braze, 3);
		expect((await inboxOf(braze, 'guest-01'))[0].send_id).toBe(answer.body.send_id);
		await age(braze, 3);
		expect(await inboxOf(braze, 'guest-01')).toHaveLength(1);
	});

	it('goes out by the real clock', async () => {
		await create({ time: inSeconds(0.4) });
		nothingSent();
		await sent(braze, 3);
	});

	it('is never shortened like the waits between retries', async () => {
		const before = Date.now();
		await create({ time: inSeconds(1) });
		await sent(braze, 3);
		expect(Date.now() - before).toBeGreaterThanOrEqual(990);
	});

	it('a month ahead does not go out at once', async () => {
		await braze.control('POST', '/braze/canvases/canvas-monthly-news', { status: 'stopped' });
		await create({ time: inSeconds(40 * 86_400) });
		await age(braze, 39);
		nothingSent();
		await age(braze, 2);
		await sent(braze, 3);
	});

	it('asks who is in the segment when it is due', async () => {
		await create({ time: inSeconds(3_600) });
		await braze.call('POST', '/users/track', { attributes: [{ external_id: 'guest-01', franchise: 'lyon' }, { external_id: 'cust-42', franchise: 'berlin' }] });
		await age(braze, 1);
		await sent(braze, 3);
		expect(await inboxOf(braze, 'guest-01')).toEqual([]);
		expect(await inboxOf(braze, 'cust-42')).toHaveLength(1);
	});

	it('counts on the day it was due, however far the world was aged', async () => {
		const { body } = await create({ time: inSeconds(86_400) });
		await age(braze, 3);
		await sent(braze, 3);
		const { data } = await seriesOf(braze, '/sends/data_series', { campaign_id: API_CAMPAIGN, send_id: String(body.send_id), length: 5 });
		expect(data.map((day) => day.messages.email[1].sent)).toEqual([0, 0, 3, 0, 0]);
	});

	it('without a zone the time is UTC, and a past one goes out at once', async () => {
		await create({ time: wall(-1) });
		await sent(braze, 3);
	});
});

describe('what is refused', () => {
	it.each<[string, object]>([
		['no time', {}],
		['a time that nobody can read', { time: 'tomorrow' }],
		['a day that does not exist', { time: '2031-13-01T00:00:00Z' }],
		['local time with a zone', { time: inSeconds(3_600), in_local_time: true }],
		['optimal time with a zone', { time: inSeconds(3_600), at_optimal_time: true }],
		['local time that is past everywhere', { time: wall(-13), in_local_time: true }],
	])('%s', async (_, schedule) => {
		expect((await create(schedule)).status).toBe(400);
	});

	it('a bad message is said when the schedule is made', async () => {
		expect(await create({ time: inSeconds(60) }, { messages: { email: email() } })).toMatchObject({ status: 400, body: { message: 'Message Variant Unspecified' } });
	});
});

describe('in local time', () => {
	it('each person gets it when their own clock shows the time', async () => {
		await braze.call('POST', '/users/track', {
			attributes: [{ external_id: 'guest-01', time_zone: 'Asia/Tokyo' }, { external_id: 'guest-02', time_zone: 'UTC' }, { external_id: 'guest-03', time_zone: 'America/Lima' }],
		});
		await create({ time: wall(24), in_local_time: true });
		await age(braze, 14 / 24);
		nothingSent();
		await age(braze, 1.5 / 24);
		await sent(braze, 1);
		expect(await inboxOf(braze, 'guest-01')).toHaveLength(1);
		await age(braze, 9 / 24);
		await sent(braze, 2);
		expect(await inboxOf(braze, 'guest-02')).toHaveLength(1);
		expect(await inboxOf(braze, 'guest-03')).toEqual([]);
		await age(braze, 5 / 24);
		await sent(braze, 3);
		expect(await inboxOf(braze, 'guest-03')).toHaveLength(1);
		await age(braze, 1);
		for (const id of ['guest-01', 'guest-02', 'guest-03']) expect(await inboxOf(braze, id)).toHaveLength(1);
	});

	it('takes no update once it has begun somewhere, and can still be withdrawn for the rest', async () => {
		await braze.call('POST', '/users/track', { attributes: [{ external_id: 'guest-01', time_zone: 'Asia/Tokyo' }] });
		const { body } = await create({ time: wall(2), in_local_time: true });
		await sent(braze, 1);
		expect((await update({ schedule_id: body.schedule_id, schedule: { time: inSeconds(86_400 * 9) } })).status).toBe(201);
		expect(braze.events().filter(({ kind }) => kind === 'request').at(-1)?.rule?.text).toContain('takes no update');
		expect((await remove(body.schedule_id)).status).toBe(201);
		await age(braze, 2);
		expect(await inboxOf(braze, 'guest-02')).toEqual([]);
	});
});

describe('at the optimal time', () => {
	it('keeps the day alone, each person at an hour of it', async () => {
		const day = wall(48).slice(0, 10);
		await create({ time: `${day}T03:00:00`, at_optimal_time: true });
		await age(braze, 3.5);
		await sent(braze, 3);
		const times = await Promise.all(['guest-01', 'guest-02', 'guest-03'].map(async (id) => (await inboxOf(braze, id))[0].at));
		const hours = times.map((at) => (Date.parse(at) - Math.min(...times.map((one) => Date.parse(one)))) / 3_600_000);
		expect(new Set(hours).size).toBe(3);
		expect(Math.max(...hours)).toBeLessThan(12);
	});
});

describe('POST /messages/schedule/update', () => {
	it('brings a new time', async () => {
		const { body } = await create({ time: inSeconds(3_600) });
		expect(await update({ schedule_id: body.schedule_id, schedule: { time: inSeconds(5 * 86_400) } })).toMatchObject({ status: 201, body: { message: 'success' } });
		await age(braze, 4);
		nothingSent();
		await age(braze, 2);
		await sent(braze, 3);
	});

	it('brings new messages to the same audience under the same send id', async () => {
		const { body } = await create({ time: inSeconds(3_600) });
		await update({ schedule_id: body.schedule_id, messages: { email: email({ message_variation_id: 'variation-email-default', subject: 'Changed' }) } });
		await age(braze, 1);
		await sent(braze, 3);
		expect(await inboxOf(braze, 'guest-01')).toMatchObject([{ subject: 'Changed', send_id: body.send_id, message_variation_id: 'variation-email-default' }]);
	});

	it('drops in_local_time where the new schedule has none', async () => {
		const { body } = await create({ time: wall(100), in_local_time: true });
		await update({ schedule_id: body.schedule_id, schedule: { time: wall(100) } });
		await age(braze, 99 / 24);
		nothingSent();
		await age(braze, 1.1 / 24);
		await sent(braze, 3);
	});

	it.each<[string, (id: unknown) => object, string]>([
		['neither schedule nor messages', (id) => ({ schedule_id: id }), 'schedule or messages is required'],
		['an unknown schedule', () => ({ schedule_id: 'x', schedule: { time: inSeconds(60) } }), 'Invalid schedule_id'],
		['a message that cannot be sent', (id) => ({ schedule_id: id, messages: { email: email({ message_variation_id: 'variation-sms-default' }) } }), 'Mismatched Message Type'],
		['a time that nobody can read', (id) => ({ schedule_id: id, schedule: { time: 'soon' } }), 'Bad Request'],
	])('refuses %s', async (_, body, message) => {
		const { body: made } = await create({ time: inSeconds(3_600) });
		expect(await update(body(made.schedule_id))).toMatchObject({ status: 400, body: { message } });
	});
});

describe('a schedule that is over', () => {
	it('cannot be changed nor withdrawn', async () => {
		const { body } = await create({ time: inSeconds(60) });
		await age(braze, 1);
		await sent(braze, 3);
		expect((await update({ schedule_id: body.schedule_id, schedule: { time: inSeconds(60) } })).status).toBe(400);
		expect((await remove(body.schedule_id)).status).toBe(400);
	});

	it('withdrawn before its time it sends nothing', async () => {
		const { body } = await create({ time: inSeconds(60) });
		expect(await remove(body.schedule_id)).toMatchObject({ status: 201, body: { message: 'success' } });
		await age(braze, 1);
		nothingSent();
		expect((await remove(body.schedule_id)).status).toBe(400);
	});

	it('is forgotten by a reset', async () => {
		await create({ time: inSeconds(60) });
		braze.world.reset();
		await age(braze, 1);
		nothingSent();
	});
});
