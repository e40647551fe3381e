import { startBraze, type BrazeSandbox } from './harness';
import { age, API_CAMPAIGN, APP, email, inboxOf, inSeconds, sent } from './messaging';

/** The npm client braze-api knows nothing of this sandbox: every call that it has for messages, sends, campaigns, Canvas and segments. */
let braze: BrazeSandbox;
beforeAll(async () => {
	braze = await startBraze();
});
beforeEach(() => braze.world.reset());
afterAll(async () => await braze.close());

const CAMPAIGN = 'campaign-agent-reply';
const messages = { email: email({ message_variation_id: 'variation-email-berlin' }) };
const berlin = { AND: [{ custom_attribute: { custom_attribute_name: 'franchise', comparison: 'equals' as const, value: 'berlin' } }] };

describe('braze-api', () => {
	it('users.track, then users.export.ids', async () => {
		expect(await braze.client().users.track({ attributes: [{ external_id: 'guest-01', favourite_table: 4 }] })).toEqual({ message: 'success', attributes_processed: 1 });
		const { users } = await braze.client().users.export.ids({ external_ids: ['guest-01'], fields_to_export: ['external_id', 'custom_attributes', 'push_tokens'] });
		expect(users).toMatchObject([{ external_id: 'guest-01', custom_attributes: { franchise: 'berlin', favourite_table: 4 }, push_tokens: [{ app_id: APP }] }]);
	});

	it('messages.send', async () => {
		const answer = await braze.client().messages.send({ external_user_ids: ['guest-01'], campaign_id: API_CAMPAIGN, messages });
		expect(answer).toEqual({ dispatch_id: expect.any(String), message: 'success' });
		await sent(braze, 1);
		expect(await inboxOf(braze, 'guest-01')).toMatchObject([{ subject: 'Hello Lena' }]);
	});

	it('messages.schedule.create, update and delete', async () => {
		const { schedule } = braze.client().messages;
		const made = await schedule.create({ broadcast: true, segment_id: 'segment-berlin', audience: berlin, campaign_id: API_CAMPAIGN, schedule: { time: inSeconds(3_600) }, messages });
		expect(made).toMatchObject({ message: 'success', dispatch_id: expect.any(String), schedule_id: expect.any(String) });
		expect(await schedule.update({ schedule_id: made.schedule_id, schedule: { time: inSeconds(7_200) }, messages: { email: { ...messages.email, subject: 'Later' } } })).toEqual({ message: 'success' });
		await age(braze, 1.5 / 24);
		expect(await inboxOf(braze, 'guest-01')).toEqual([]);
		await age(braze, 1 / 24);
		await sent(braze, 3);
		expect(await inboxOf(braze, 'guest-01')).toMatchObject([{ subject: 'Later' }]);
		await expect(schedule.delete({ schedule_id: made.schedule_id })).rejects.toMatchObject({ status: 400 });
		const other = await schedule.create({ external_user_ids: ['guest-01'], campaign_id: API_CAMPAIGN, schedule: { time: inSeconds(60) }, messages });
		expect(await schedule.delete({ schedule_id: other.schedule_id })).toEqual({ message: 'success' });
	});

	it('messages.scheduled_broadcasts', async () => {
		const { scheduled_broadcasts: list } = await braze.client().messages.scheduled_broadcasts({ end_time: inSeconds(40 * 86_400) });
		expect(list).toMatchObject([{ id: 'canvas-monthly-news', type: 'Canvas' }]);
	});

	it('sends.id.create', async () => {
		expect(await braze.client().sends.id.create({ campaign_id: API_CAMPAIGN, send_id: 'spring' })).toEqual({ message: 'success', send_id: 'spring' });
		const answer = await braze.client().messages.send({ external_user_ids: ['guest-01'], campaign_id: API_CAMPAIGN, send_id: 'spring', messages });
		expect(answer).toMatchObject({ send_id: 'spring', message: 'success' });
	});

	it('campaigns.list and campaigns.details', async () => {
		const { campaigns } = await braze.client().campaigns.list({ page: 0, include_archived: false, sort_direction: 'asc' });
		const api = campaigns.find(({ is_api_campaign: is }) => is);
		expect(api).toMatchObject({ id: API_CAMPAIGN, name: 'Local marketing', tags: ['franchise'] });
		expect(await braze.client().campaigns.details({ campaign_id: API_CAMPAIGN })).toMatchObject({ message: 'success', draft: false, archived: false });
	});

	it('campaigns.trigger.send and its schedules', async () => {
		const { trigger } = braze.client().campaigns;
		const recipients = [{ external_user_id: 'cust-42', trigger_properties: { msg_body: 'now' } }];
		expect(await trigger.send({ campaign_id: CAMPAIGN, recipients })).toMatchObject({ message: 'success' });
		const made = await trigger.schedule.create({ campaign_id: CAMPAIGN, recipients, schedule: { time: inSeconds(3_600) } });
		expect(await trigger.schedule.update({ campaign_id: CAMPAIGN, schedule_id: made.schedule_id, schedule: { time: inSeconds(86_400) } })).toEqual({ message: 'success' });
		expect(await trigger.schedule.delete({ campaign_id: CAMPAIGN, schedule_id: made.schedule_id })).toEqual({ message: 'success' });
		await sent(braze, 1);
		await age(braze, 2);
		expect(await braze.phone('cust-42')).toHaveLength(1);
	});

	it('canvas.list, canvas.trigger.send and its schedules', async () => {
		const { list, trigger } = braze.client().canvas;
		expect((await list({ include_archived: true })).canvases.map(({ id }) => id)).toContain('canvas-opening');
		const recipients = [{ external_user_id: 'guest-01', canvas_entry_properties: { restaurant: 'Berlin' } }];
		expect(await trigger.send({ canvas_id: 'canvas-welcome', recipients })).toMatchObject({ message: 'success' });
		expect(await trigger.send({ canvas_id: 'canvas-win-back', recipients })).toMatchObject({ message: 'success', notice: expect.stringContaining('paused') });
		const made = await trigger.schedule.create({ canvas_id: 'canvas-welcome', broadcast: true, audience: berlin, schedule: { time: inSeconds(3_600) } });
		expect(await trigger.schedule.update({ canvas_id: 'canvas-welcome', schedule_id: made.schedule_id, schedule: { time: inSeconds(7_200) } })).toEqual({ message: 'success' });
		expect(await trigger.schedule.delete({ canvas_id: 'canvas-welcome', schedule_id: made.schedule_id })).toEqual({ message: 'success' });
		await sent(braze, 1);
		expect((await inboxOf(braze, 'guest-01'))[0].subject).toBe('Welcome to Berlin');
	});

	it('segments.list, segments.details and segments.analytics', async () => {
		const { list, details, analytics } = braze.client().segments;
		expect((await list({ page: 0, sort_direction: 'desc' })).segments).toHaveLength(5);
		expect(await details({ segment_id: 'segment-oslo' })).toMatchObject({ message: 'success', name: 'Franchise Oslo' });
		const { data } = await analytics({ segment_id: 'segment-oslo', length: 2, ending_at: new Date().toISOString() });
		expect(data.map(({ size }) => size)).toEqual([4, 4]);
	});

	it('gives the status and the text of a refusal', async () => {
		await expect(braze.client('wrong').segments.list()).rejects.toMatchObject({ status: 401 });
		await expect(braze.client('sandbox-braze-track-only').messages.send({})).rejects.toMatchObject({ status: 403, message: 'Access Denied' });
		await expect(braze.client().messages.send({ external_user_ids: ['guest-01'] })).rejects.toMatchObject({ status: 400, message: 'No message to send' });
	});
});
