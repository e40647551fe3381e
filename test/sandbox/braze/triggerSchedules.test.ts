import { startBraze, type BrazeSandbox } from './harness';
import { age, inSeconds, sent } from './messaging';

let braze: BrazeSandbox;
beforeAll(async () => {
	braze = await startBraze();
});
beforeEach(() => braze.world.reset());
afterAll(async () => await braze.close());

const nothingSent = () => expect(braze.events().filter(({ kind }) => kind === 'sent')).toEqual([]);

describe('API-triggered campaigns', () => {
	const CAMPAIGN = 'campaign-agent-reply';
	const call = async (verb: string, body: object) => await braze.call('POST', `/campaigns/trigger/schedule/${verb}`, body);
	const toAda = { campaign_id: CAMPAIGN, recipients: [{ external_user_id: 'cust-42', trigger_properties: { msg_body: 'later' }, attributes: { favorite_color: 'blue' } }] };

	it('are sent when it is time, and attributes are written then', async () => {
		expect(await call('create', { ...toAda, schedule: { time: inSeconds(3_600) } })).toMatchObject({ status: 201, body: { schedule_id: expect.any(String), message: 'success' } });
		expect((await braze.truth('cust-42')).custom_attributes.favorite_color).toBe('green');
		await age(braze, 1);
		await sent(braze, 1);
		expect((await braze.phone('cust-42')).at(-1)?.text).toContain('later');
		expect((await braze.truth('cust-42')).custom_attributes.favorite_color).toBe('blue');
	});

	it('in local time attributes are written with the first zone, and once', async () => {
		await braze.call('POST', '/users/track', { attributes: [{ external_id: 'cust-42', time_zone: 'Asia/Tokyo' }, { external_id: 'guest-01', time_zone: 'UTC' }] });
		const to = (external_user_id: string) => ({ external_user_id, attributes: { favorite_color: 'blue' }, trigger_properties: { msg_body: 'local' } });
		const time = new Date(Date.now() + 3_600_000).toISOString().slice(0, 19);
		await call('create', { campaign_id: CAMPAIGN, recipients: [to('cust-42'), to('guest-01')], schedule: { time, in_local_time: true } });
		await sent(braze, 1);
		expect((await braze.truth('cust-42')).custom_attributes.favorite_color).toBe('blue');
		await braze.call('POST', '/users/track', { attributes: [{ external_id: 'cust-42', favorite_color: 'red' }] });
		await age(braze, 2 / 24);
		await sent(braze, 2);
		expect((await braze.phone('guest-01')).at(-1)?.text).toContain('local');
		expect((await braze.truth('cust-42')).custom_attributes.favorite_color).toBe('red');
	});

	it('are changed and withdrawn under their own campaign only', async () => {
		const { body } = await call('create', { ...toAda, schedule: { time: inSeconds(3_600) } });
		const moved = { schedule_id: body.schedule_id, schedule: { time: inSeconds(9 * 86_400) } };
		expect((await call('update', { campaign_id: 'campaign-ticket-solved', ...moved })).status).toBe(400);
		expect((await call('update', { campaign_id: CAMPAIGN, ...moved })).status).toBe(201);
		await age(braze, 3);
		nothingSent();
		expect((await braze.call('POST', '/messages/schedule/delete', { schedule_id: body.schedule_id })).status).toBe(400);
		expect((await call('delete', { campaign_id: CAMPAIGN, schedule_id: body.schedule_id })).status).toBe(201);
		await age(braze, 9);
		nothingSent();
	});

	it('a bad recipient is said when the schedule is made', async () => {
		expect((await call('create', { campaign_id: CAMPAIGN, recipients: [{}], schedule: { time: inSeconds(60) } })).status).toBe(400);
	});
});
