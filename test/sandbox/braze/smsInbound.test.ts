import { startBraze, startReceiver, type BrazeSandbox } from './harness';

let braze: BrazeSandbox;
let receiver: Awaited<ReturnType<typeof startReceiver>>;
beforeAll(async () => {
	braze = await startBraze();
});
beforeEach(async () => {
	braze.world.reset();
	receiver = await startReceiver();
	await braze.control('POST', '/braze/connect', { webhookUrl: receiver.url, webhookSecret: 'shh' });
});
afterEach(async () => await receiver.close());
afterAll(async () => await braze.close());

const kinds = async (count: number) => (await receiver.calls(count)).map(({ body }) => (JSON.parse(body) as { kind: string }).kind);
const inbox = async (id: string) => (await braze.phone(id)).filter(({ direction }) => direction === 'in').map(({ by }) => by);

describe('keyword categories', () => {
	it.each(['SUPPORT', 'support', '  Support \n'])('%j is the custom keyword: auto-reply and the first campaign', async (text) => {
		expect((await braze.text('cust-42', text)).status).toBe(202);
		expect(await kinds(1)).toEqual(['first']);
		expect(await inbox('cust-42')).toEqual(['auto-reply ZendeskSMS1']);
	});

	it.each(['SUPPORT please', 'I need SUPPORT', 'my parcel is late', ''])('%j is Other: no auto-reply, the later campaign', async (text) => {
		await braze.text('cust-42', text);
		expect(await kinds(1)).toEqual(['later']);
		expect(await inbox('cust-42')).toEqual([]);
	});

	it('HELP answers, and starts the campaign for help words', async () => {
		await braze.text('cust-42', 'info');
		await braze.text('cust-42', 'SUPPORT');
		expect((await kinds(2)).sort()).toEqual(['first', 'keyword']);
		expect(await inbox('cust-42')).toEqual(['auto-reply Help', 'auto-reply ZendeskSMS1']);
	});
});

describe('STOP and START', () => {
	const send = async (text: string) =>
		await braze.client().campaigns.trigger.send({ campaign_id: 'campaign-agent-reply', recipients: [{ external_user_id: 'cust-42', trigger_properties: { msg_body: text } }] });

	it.each(['STOP', 'stop', ' StopAll ', 'UNSUBSCRIBE', 'cancel', 'END', 'quit'])('%j unsubscribes: later SMS are not sent', async (word) => {
		await braze.text('cust-42', word);
		expect((await braze.truth('cust-42')).sms).toBe('unsubscribed');
		expect(await inbox('cust-42')).toEqual(['auto-reply Opt-out']);
		await send('x');
		await braze.note('the phone is unsubscribed');
		expect(await inbox('cust-42')).toEqual(['auto-reply Opt-out']);
	});

	it('STOP please is no keyword', async () => {
		await braze.text('cust-42', 'STOP please');
		expect(await kinds(1)).toEqual(['later']);
		expect((await braze.truth('cust-42')).sms).toBe('subscribed');
	});

	it.each(['START', 'yes', 'UNSTOP'])('%j subscribes again', async (word) => {
		await braze.text('cust-42', 'STOP');
		await braze.text('cust-42', word);
		await send('back again');
		await braze.event(({ kind, summary }) => kind === 'sent' && summary.includes('back again'));
		expect(await inbox('cust-42')).toEqual(['auto-reply Opt-out', 'auto-reply Opt-in', "Support: agent's reply"]);
	});

	it('a custom keyword’s reply does not go to who opted out, the webhook does', async () => {
		await braze.text('cust-47', 'SUPPORT');
		expect(await kinds(1)).toEqual(['first']);
		expect(await inbox('cust-47')).toEqual([]);
		await braze.note('no auto-reply to cust-47');
	});
});

describe('one phone, two profiles', () => {
	const sender = async (count: number) => (JSON.parse((await receiver.calls(count))[count - 1].body) as { user_id: string }).user_id;

	it('is taken for the one that was updated or messaged last, and says so', async () => {
		await braze.client().users.track({ attributes: [{ external_id: 'cust-45', visits: 1 }] });
		await braze.text('cust-46', 'one');
		expect(await sender(1)).toBe('cust-45');
		await braze.client().campaigns.trigger.send({ campaign_id: 'campaign-agent-reply', recipients: [{ external_user_id: 'cust-46', trigger_properties: { msg_body: 'hi' } }] });
		await braze.event(({ kind, customer }) => kind === 'sent' && customer === 'cust-46');
		await braze.text('cust-45', 'two');
		expect(await sender(2)).toBe('cust-46');
		expect(braze.events().filter(({ kind }) => kind === 'customer').map(({ rule }) => rule?.certainty)).toEqual(['unconfirmed', 'unconfirmed']);
	});

	it('has one inbox and one subscription', async () => {
		await braze.text('cust-45', 'STOP');
		expect(await braze.phone('cust-45')).toEqual(await braze.phone('cust-46'));
		expect((await braze.truth('cust-46')).sms).toBe('unsubscribed');
	});
});

describe('the phone', () => {
	it('shows both directions in order, with media', async () => {
		const sent = await braze.text('cust-42', 'SUPPORT', ['https://example.com/a.jpg']);
		expect(sent.body).toMatchObject({ direction: 'out', text: 'SUPPORT', media: ['https://example.com/a.jpg'] });
		expect((await braze.phone('cust-42')).map(({ direction }) => direction)).toEqual(['out', 'in']);
	});

	it('is there for a customer who just signed up, subscribed', async () => {
		const created = await braze.control('POST', '/customers', { first_name: 'Linus', phone: '+12025550180' });
		expect(created.status).toBe(201);
		const id = String(created.body.id);
		expect(created.body).toEqual({ id, external_id: null, braze_id: id });
		await braze.text(id, 'SUPPORT');
		expect(await inbox(id)).toEqual(['auto-reply ZendeskSMS1']);
		expect((await braze.truth(id)).sms).toBe('subscribed');
	});

	it('refuses strangers, bad bodies, taken ids and numbers that are not E.164', async () => {
		expect((await braze.text('nobody', 'x')).status).toBe(404);
		expect((await braze.control('POST', '/customer/cust-42/messages', { words: 'x' })).status).toBe(400);
		expect((await braze.control('POST', '/customers', { external_id: 'cust-42', phone: '+12025550181' })).status).toBe(409);
		expect((await braze.control('POST', '/customers', { phone: '0170 1234567' })).status).toBe(400);
	});
});
