import { startBraze, type BrazeSandbox } from './harness';
import { act, age, email, inboxOf, inSeconds, sent } from './messaging';

let braze: BrazeSandbox;
beforeAll(async () => {
	braze = await startBraze();
});
beforeEach(() => braze.world.reset());
afterAll(async () => await braze.close());

describe('GET /messages/scheduled_broadcasts', () => {
	const list = async (days: number) => await braze.call('GET', `/messages/scheduled_broadcasts?end_time=${encodeURIComponent(inSeconds(days * 86_400))}`);

	it('lists what the dashboard has scheduled up to then, not what the API has', async () => {
		await braze.call('POST', '/messages/schedule/create', { broadcast: true, segment_id: 'segment-berlin', schedule: { time: inSeconds(3_600) }, messages: { email: email() } });
		expect((await list(10)).body.scheduled_broadcasts).toEqual([]);
		expect((await list(32)).body.scheduled_broadcasts).toMatchObject([{ id: 'canvas-monthly-news', name: 'Monthly news', type: 'Canvas', schedule_type: 'UTC', next_send_time: expect.any(String) }]);
		expect((await braze.call('GET', '/messages/scheduled_broadcasts')).status).toBe(400);
	});

	it('what is listed is sent, and then listed for the next time', async () => {
		await age(braze, 31);
		await sent(braze, 11);
		expect(await inboxOf(braze, 'guest-01')).toMatchObject([{ canvas_id: 'canvas-monthly-news', subject: 'News of the month' }]);
		expect((await list(32)).body.scheduled_broadcasts).toHaveLength(1);
		expect((await list(10)).body.scheduled_broadcasts).toEqual([]);
		const [message] = await inboxOf(braze, 'guest-01');
		expect((await act(braze, 'guest-01', message.id, 'open')).status).toBe(200);
	});
});
