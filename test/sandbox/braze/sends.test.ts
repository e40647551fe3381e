import { startBraze, GROUP, type BrazeSandbox } from './harness';
import { act, age, API_CAMPAIGN, APP, email, inboxOf, sent, seriesOf } from './messaging';

let braze: BrazeSandbox;
beforeAll(async () => {
	braze = await startBraze();
});
beforeEach(() => braze.world.reset());
afterAll(async () => await braze.close());

const newSend = async (more: object = {}) => await braze.call('POST', '/sends/id/create', { campaign_id: API_CAMPAIGN, ...more });
const send = async (segment: string, sendId: unknown, messages: object) =>
	await braze.call('POST', '/messages/send', { broadcast: true, segment_id: segment, campaign_id: API_CAMPAIGN, send_id: sendId, messages });
const figures = async (sendId: unknown, length = 3) => (await seriesOf(braze, '/sends/data_series', { campaign_id: API_CAMPAIGN, send_id: String(sendId), length })).data;
const berlin = { email: email({ message_variation_id: 'variation-email-berlin' }) };

describe('POST /sends/id/create', () => {
	it('makes one up or takes the one given', async () => {
		expect(await newSend()).toMatchObject({ status: 201, body: { message: 'success', send_id: expect.any(String) } });
		expect((await newSend({ send_id: 'berlin-spring' })).body.send_id).toBe('berlin-spring');
	});

	it('counts down from 100 a day', async () => {
		const first = await newSend();
		expect(first.headers.get('x-ratelimit-limit')).toBe('100');
		expect(first.headers.get('x-ratelimit-remaining')).toBe('99');
		for (let count = 2; count < 100; count++) await newSend();
		expect((await newSend()).headers.get('x-ratelimit-remaining')).toBe('0');
		const over = await newSend();
		expect(over.status).toBe(429);
		expect(Number(over.headers.get('x-ratelimit-reset')) % 86_400).toBe(0);
		await age(braze, 1);
		expect((await newSend()).status).toBe(201);
	});

	it.each([
		['an unknown campaign', { campaign_id: 'x' }, 'Invalid Campaign ID'],
		['65 characters', { send_id: 'a'.repeat(65) }, 'Invalid Send ID'],
		['what is not ASCII', { send_id: 'frühling' }, 'Invalid Send ID'],
	])('refuses %s', async (_, more, message) => {
		expect(await newSend(more)).toMatchObject({ status: 400, body: { message } });
	});
});

describe('GET /sends/data_series', () => {
	it('counts what was really sent, by variation, and what people did with it', async () => {
		const { send_id: id } = (await newSend()).body;
		await send('segment-berlin', id, berlin);
		await sent(braze, 3);
		const [lena] = await inboxOf(braze, 'guest-01');
		const [emre] = await inboxOf(braze, 'guest-02');
		await act(braze, 'guest-01', lena.id, 'open');
		await act(braze, 'guest-01', lena.id, 'open');
		await act(braze, 'guest-02', emre.id, 'click');
		await act(braze, 'guest-02', emre.id, 'unsubscribe');
		const today = (await figures(id)).at(-1);
		expect(today?.time).toBe(new Date().toISOString().slice(0, 10));
		expect(today?.messages.email).toEqual([
			{ variation_name: 'Email default', sent: 0, opens: 0, unique_opens: 0, clicks: 0, unique_clicks: 0, unsubscribes: 0, bounces: 0, delivered: 0, reported_spam: 0 },
			{ variation_name: 'Email Berlin', sent: 3, opens: 3, unique_opens: 2, clicks: 1, unique_clicks: 1, unsubscribes: 1, bounces: 0, delivered: 3, reported_spam: 0 },
			{ variation_name: 'Email Lyon', sent: 0, opens: 0, unique_opens: 0, clicks: 0, unique_clicks: 0, unsubscribes: 0, bounces: 0, delivered: 0, reported_spam: 0 },
		]);
		expect(today?.unique_recipients).toBe(3);
		expect((await braze.truth('guest-02')).fields.email_subscribe).toBe('unsubscribed');
	});

	it('keeps two sends apart, and counts bounces', async () => {
		const first = (await newSend()).body.send_id;
		const second = (await newSend()).body.send_id;
		await send('segment-berlin', first, berlin);
		await send('segment-oslo', second, { email: email({ message_variation_id: 'variation-email-default' }) });
		await sent(braze, 7);
		expect((await figures(first)).at(-1)?.messages.email.map((one) => one.sent)).toEqual([0, 3, 0]);
		expect((await figures(second)).at(-1)?.messages.email[0]).toMatchObject({ sent: 4, delivered: 3, bounces: 1 });
	});

	it('an opened message of yesterday was sent yesterday and opened today', async () => {
		const { send_id: id } = (await newSend()).body;
		await send('segment-berlin', id, berlin);
		await sent(braze, 3);
		await age(braze, 1);
		await act(braze, 'guest-01', (await inboxOf(braze, 'guest-01'))[0].id, 'open');
		const days = await figures(id, 2);
		expect(days.map(({ messages }) => [messages.email[1].sent, messages.email[1].unique_opens])).toEqual([[3, 0], [0, 1]]);
		expect(days.map((day) => day.unique_recipients)).toEqual([3, 0]);
		await age(braze, 1);
		await act(braze, 'guest-01', (await inboxOf(braze, 'guest-01'))[0].id, 'open');
		const opens = (await figures(id, 3)).map(({ messages }) => [messages.email[1].opens, messages.email[1].unique_opens]);
		expect(opens).toEqual([[0, 0], [1, 1], [1, 0]]);
	});

	it('SMS and push have figures of their own', async () => {
		const { send_id: id } = (await newSend()).body;
		await send('segment-berlin', id, {
			sms: { subscription_group_id: GROUP, app_id: APP, body: 'https://acme.example', message_variation_id: 'variation-sms-default' },
			apple_push: { alert: 'x', message_variation_id: 'variation-ios-default' },
		});
		await sent(braze, 3);
		await braze.text('guest-01', 'STOP');
		const [{ messages }] = await figures(id, 1);
		expect(messages.sms).toEqual([{ variation_name: 'SMS default', sent: 2, sent_to_carrier: 2, delivered: 2, rejected: 0, delivery_failed: 0, clicks: 0, opt_out: 1, help: 0 }]);
		expect(messages.ios_push).toEqual([{ variation_name: 'iOS push default', sent: 1, direct_opens: 0, total_opens: 0, bounces: 0, body_clicks: 0 }]);
	});

	it('a push to an app that was removed bounces, an SMS to a dead number is rejected', async () => {
		const { send_id: id } = (await newSend()).body;
		await braze.call('POST', '/users/track', { attributes: [{ external_id: 'guest-09', phone: '+12025550190', subscription_groups: [{ subscription_group_id: GROUP, subscription_state: 'subscribed' }] }] });
		await send('segment-oslo', id, {
			apple_push: { alert: 'x', message_variation_id: 'variation-ios-default' },
			sms: { subscription_group_id: GROUP, app_id: APP, body: 'x', message_variation_id: 'variation-sms-default' },
		});
		await sent(braze, 2);
		const [{ messages }] = await figures(id, 1);
		expect(messages.ios_push[0]).toMatchObject({ sent: 1, bounces: 1 });
		expect(messages.sms[0]).toMatchObject({ sent: 1, rejected: 1, delivered: 0 });
	});

	it('forgets a send after 14 days; the campaign remembers', async () => {
		const { send_id: id } = (await newSend()).body;
		await send('segment-berlin', id, berlin);
		await sent(braze, 3);
		await age(braze, 13);
		expect((await figures(id, 20)).reduce((sum, { messages }) => sum + Number(messages.email[1].sent), 0)).toBe(3);
		await age(braze, 2);
		expect((await figures(id, 20)).reduce((sum, { messages }) => sum + Number(messages.email[1].sent), 0)).toBe(0);
		const { data } = await seriesOf(braze, '/campaigns/data_series', { campaign_id: API_CAMPAIGN, length: 20 });
		expect(data.reduce((sum, { messages }) => sum + Number(messages.email[1].sent), 0)).toBe(3);
	});

	it.each([
		['an unknown send', { campaign_id: API_CAMPAIGN, send_id: 'x', length: 1 }, 'Invalid Send ID'],
		['an unknown campaign', { campaign_id: 'x', send_id: 'x', length: 1 }, 'Invalid Campaign ID'],
	])('refuses %s', async (_, query, message) => {
		expect(await seriesOf(braze, '/sends/data_series', query)).toMatchObject({ status: 400, message });
	});

	it.each([[0], [101], ['x'], ['']])('refuses the length %j', async (length) => {
		const { send_id: id } = (await newSend()).body;
		expect((await seriesOf(braze, '/sends/data_series', { campaign_id: API_CAMPAIGN, send_id: String(id), length })).status).toBe(400);
	});

	it('ends where ending_at says, in any zone', async () => {
		const { send_id: id } = (await newSend()).body;
		const { data } = await seriesOf(braze, '/sends/data_series', { campaign_id: API_CAMPAIGN, send_id: String(id), length: 2, ending_at: '2026-01-31T23:59:59-05:00' });
		expect(data.map(({ time }) => time)).toEqual(['2026-01-31', '2026-02-01']);
	});
});

describe('GET /campaigns/data_series', () => {
	it('holds all sends, with the ids of the variations', async () => {
		await braze.call('POST', '/messages/send', { external_user_ids: ['guest-01'], campaign_id: API_CAMPAIGN, messages: berlin });
		await send('segment-lyon', (await newSend()).body.send_id, { email: email({ message_variation_id: 'variation-email-lyon' }) });
		await sent(braze, 5);
		const { data } = await seriesOf(braze, '/campaigns/data_series', { campaign_id: API_CAMPAIGN, length: 1 });
		expect(data[0].messages.email.map(({ variation_api_id: variation, sent: count }) => [variation, count])).toEqual([
			['variation-email-default', 0],
			['variation-email-berlin', 1],
			['variation-email-lyon', 4],
		]);
		expect(data[0].unique_recipients).toBe(5);
	});

	it('follows API-triggered campaigns too', async () => {
		await braze.client().campaigns.trigger.send({ campaign_id: 'campaign-agent-reply', recipients: [{ external_user_id: 'cust-42' }] });
		await sent(braze, 1);
		const { data } = await seriesOf(braze, '/campaigns/data_series', { campaign_id: 'campaign-agent-reply', length: 1 });
		expect(data[0].messages.sms).toMatchObject([{ variation_name: 'Variant 1', sent: 1, delivered: 1 }]);
	});
});

describe('what a person can do', () => {
	it('opens the link that an e-mail carries to unsubscribe', async () => {
		const { send_id: id } = (await newSend()).body;
		await send('segment-berlin', id, berlin);
		await sent(braze, 3);
		const link = (await inboxOf(braze, 'guest-01'))[0].links[1];
		expect((await fetch(link)).status).toBe(200);
		expect((await braze.truth('guest-01')).fields.email_subscribe).toBe('unsubscribed');
		expect((await figures(id)).at(-1)?.messages.email[1]).toMatchObject({ unsubscribes: 1, unique_opens: 1 });
		await send('segment-berlin', id, berlin);
		await sent(braze, 5);
		expect(await inboxOf(braze, 'guest-01')).toHaveLength(1);
	});

	it('complains: nothing is sent there any more', async () => {
		await braze.call('POST', '/messages/send', { external_user_ids: ['guest-01'], messages: { email: email() } });
		await sent(braze, 1);
		await act(braze, 'guest-01', (await inboxOf(braze, 'guest-01'))[0].id, 'spam');
		await braze.call('POST', '/messages/send', { external_user_ids: ['guest-01'], messages: { email: email() } });
		await braze.note('bounced for good or complained');
	});

	it('cannot do what there is not', async () => {
		expect((await act(braze, 'guest-01', 'x', 'open')).status).toBe(404);
		expect((await act(braze, 'nobody', 'x', 'open')).status).toBe(404);
	});
});
