import { startBraze, startReceiver, GROUP, type BrazeSandbox } from './harness';
import { API_CAMPAIGN, APP, email, inboxOf, sent } from './messaging';

let braze: BrazeSandbox;
beforeAll(async () => {
	braze = await startBraze();
});
beforeEach(() => braze.world.reset());
afterAll(async () => await braze.close());

const send = async (body: object) => await braze.call('POST', '/messages/send', body);
const toBerlin = (messages: object, more: object = {}) => ({ broadcast: true, segment_id: 'segment-berlin', messages, ...more });

describe('whom POST /messages/send reaches', () => {
	it('named people, by id and alias, each once; unknown ones are passed over', async () => {
		await braze.call('POST', '/users/track', { attributes: [{ user_alias: { alias_name: 'n1', alias_label: 'shop' }, _update_existing_only: false, email: 'shop@example.com' }] });
		const answer = await send({ external_user_ids: ['guest-01', 'guest-01', 'nobody'], user_aliases: [{ alias_name: 'n1', alias_label: 'shop' }], messages: { email: email() } });
		expect(answer).toMatchObject({ status: 201, body: { message: 'success', dispatch_id: expect.any(String) } });
		expect(answer.body.send_id).toBeUndefined();
		await sent(braze, 2);
		expect(await inboxOf(braze, 'guest-01')).toHaveLength(1);
		expect(braze.events().filter(({ kind }) => kind === 'sent')).toHaveLength(2);
	});

	it('a segment: its members as they are now, without those who unsubscribed', async () => {
		await braze.call('POST', '/users/track', { attributes: [{ external_id: 'cust-42', franchise: 'berlin' }] });
		await send(toBerlin({ email: email() }));
		await sent(braze, 4);
		for (const id of ['guest-01', 'guest-02', 'guest-03', 'cust-42']) expect(await inboxOf(braze, id)).toHaveLength(1);
		expect(await inboxOf(braze, 'guest-04')).toEqual([]);
		await braze.note('subscribed people (the default)');
	});

	it.each([
		['opted_in', ['guest-02']],
		['all', ['guest-01', 'guest-02', 'guest-03', 'guest-04']],
	])('recipient_subscription_state %s', async (state, reached) => {
		await send(toBerlin({ email: email() }, { recipient_subscription_state: state }));
		await sent(braze, reached.length);
		for (const id of ['guest-01', 'guest-02', 'guest-03', 'guest-04']) expect(await inboxOf(braze, id)).toHaveLength(reached.includes(id) ? 1 : 0);
	});

	it('users and a segment: those in both', async () => {
		await send({ external_user_ids: ['guest-01', 'guest-05'], segment_id: 'segment-lyon', messages: { email: email() } });
		await sent(braze, 1);
		expect(await inboxOf(braze, 'guest-01')).toEqual([]);
		expect(await inboxOf(braze, 'guest-05')).toHaveLength(1);
	});

	it('a segment narrowed by a nested audience', async () => {
		const audience = {
			AND: [
				{ custom_attribute: { custom_attribute_name: 'visits', comparison: 'greater_than', value: 1 } },
				{ OR: [{ email_subscription_status: { comparison: 'is', value: 'opted_in' } }, { custom_attribute: { custom_attribute_name: 'vip', comparison: 'equals', value: true } }] },
			],
		};
		await send(toBerlin({ email: email() }, { audience }));
		await sent(braze, 1);
		expect(await inboxOf(braze, 'guest-02')).toHaveLength(1);
		expect(await inboxOf(braze, 'guest-01')).toEqual([]);
	});

	it.each([
		['nobody named', { messages: { email: email() } }, 'No Recipients'],
		['nobody named, broadcast', { broadcast: true, messages: { email: email() } }, 'No Recipients'],
		['a segment without broadcast', { segment_id: 'segment-berlin', messages: { email: email() } }, 'broadcast must be true when no users are specified'],
		['broadcast and users', { broadcast: true, external_user_ids: ['guest-01'], messages: { email: email() } }, 'broadcast and a list of users exclude each other'],
		['an unknown segment', { broadcast: true, segment_id: 'nowhere', messages: { email: email() } }, 'Invalid Segment ID'],
		['an audience that is no filter', { broadcast: true, audience: { AND: [{ moon_phase: {} }] }, messages: { email: email() } }, 'Invalid connected audience'],
		['51 users', { external_user_ids: Array.from({ length: 51 }, (_, index) => `u${index}`), messages: { email: email() } }, 'The max number of external_ids and aliases per request was exceeded'],
		['no message', { external_user_ids: ['guest-01'] }, 'No message to send'],
	])('refuses %s', async (_, body, message) => {
		expect(await send(body)).toMatchObject({ status: 400, body: { message } });
		expect(braze.events().filter(({ kind }) => kind === 'sent')).toEqual([]);
	});
});

describe('under a campaign', () => {
	const withCampaign = (messages: object, more: object = {}) => send({ external_user_ids: ['guest-01'], campaign_id: API_CAMPAIGN, messages, ...more });

	it.each([
		['no variation', { email: email() }, {}, 'Message Variant Unspecified'],
		['a variation of nobody', { email: email({ message_variation_id: 'x' }) }, {}, 'Invalid Message Variant'],
		['a variation of another channel', { email: email({ message_variation_id: 'variation-sms-default' }) }, {}, 'Mismatched Message Type'],
		['an unknown campaign', { email: email() }, { campaign_id: 'x' }, 'Invalid Campaign ID'],
		['a campaign that is no API campaign', { email: email() }, { campaign_id: 'campaign-agent-reply' }, 'Invalid Campaign ID'],
		['a send id that nobody made', { email: email({ message_variation_id: 'variation-email-default' }) }, { send_id: 'mine' }, 'Invalid Send ID'],
	])('refuses %s', async (_, messages, more, message) => {
		expect(await withCampaign(messages, more)).toMatchObject({ status: 400, body: { message } });
	});

	it('answers a send_id for a segment, none for named people', async () => {
		const messages = { email: email({ message_variation_id: 'variation-email-berlin' }) };
		expect((await withCampaign(messages)).body.send_id).toBeUndefined();
		const answer = await send({ broadcast: true, segment_id: 'segment-berlin', campaign_id: API_CAMPAIGN, messages });
		expect(answer.body.send_id).toEqual(expect.any(String));
		await sent(braze, 4);
		expect((await inboxOf(braze, 'guest-02'))[0]).toMatchObject({ campaign_id: API_CAMPAIGN, message_variation_id: 'variation-email-berlin', send_id: answer.body.send_id });
	});

	it('sends nothing once the campaign is stopped', async () => {
		await braze.control('POST', `/braze/campaigns/${API_CAMPAIGN}`, { status: 'stopped' });
		expect((await withCampaign({ email: email({ message_variation_id: 'variation-email-default' }) })).status).toBe(201);
		await braze.note('“Local marketing” not sent to guest-01');
	});
});

describe('what arrives', () => {
	it('an e-mail: rendered, with preheader, plain text, links and content blocks', async () => {
		await send({
			external_user_ids: ['guest-01'],
			messages: { email: email({ preheader: 'For {{${first_name}}}', reply_to: 'berlin@acme.example', body: '<h1>{{${first_name}}}</h1><p>{{content_blocks.${Opt_Out}}}</p><a href="https://acme.example/?a=1&amp;b=2">x</a>' }) },
		});
		await sent(braze, 1);
		expect((await inboxOf(braze, 'guest-01'))[0]).toMatchObject({
			channel: 'email',
			from: 'Acme Pizza Berlin <berlin@acme.example>',
			reply_to: 'berlin@acme.example',
			subject: 'Hello Lena',
			preheader: 'For Lena',
			html: '<h1>Lena</h1><p>Reply STOP to opt out.</p><a href="https://acme.example/?a=1&amp;b=2">x</a>',
			text: 'Lena\nReply STOP to opt out.\nx',
			links: ['https://acme.example/?a=1&b=2'],
		});
	});

	it('an e-mail of a template, unless the object says otherwise', async () => {
		const { body, ...rest } = email();
		await send({ external_user_ids: ['guest-01'], messages: { email: { ...rest, email_template_id: 'email-template-welcome' } } });
		await sent(braze, 1);
		expect((await inboxOf(braze, 'guest-01'))[0]).toMatchObject({ subject: 'Hello Lena', html: '<p>Hello Lena</p>' });
		expect(body).toBeDefined();
	});

	it('an SMS on the phone, for subscribed numbers only', async () => {
		const sms = { subscription_group_id: GROUP, app_id: APP, body: 'Hi {{${first_name}}}', media_items: ['https://acme.example/pizza.png'] };
		await send({ external_user_ids: ['guest-01', 'guest-03', 'cust-47'], messages: { sms } });
		await sent(braze, 1);
		expect((await braze.phone('guest-01')).at(-1)).toMatchObject({ direction: 'in', text: 'Hi Lena', media: ['https://acme.example/pizza.png'], by: 'API message' });
		await braze.note('“API message” not sent to guest-03: the profile has no phone number');
		await braze.note('“API message” not sent to cust-47: the phone is unsubscribed');
	});

	it('a push on the platform of the app that the person has', async () => {
		await send({
			external_user_ids: ['guest-01', 'guest-02'],
			messages: { apple_push: { alert: { title: 'T', body: 'Hi {{${first_name}}}' }, custom_uri: 'acme://menu' }, android_push: { title: 'A', alert: 'Hi {{${first_name}}}' } },
		});
		await sent(braze, 2);
		expect(await inboxOf(braze, 'guest-01')).toMatchObject([{ channel: 'ios_push', title: 'T', text: 'Hi Lena', links: ['acme://menu'] }]);
		expect(await inboxOf(braze, 'guest-02')).toMatchObject([{ channel: 'android_push', title: 'A', text: 'Hi Emre' }]);
	});

	it('a WhatsApp message and a content card', async () => {
		await send({
			external_user_ids: ['guest-01'],
			messages: {
				whats_app: { app_id: APP, subscription_group_id: GROUP, message_type: 'text_response_message', message: { body: 'Hello {{${first_name}}}' } },
				content_card: { type: 'CLASSIC', title: 'Card', description: 'For {{${first_name}}}', time_to_live: 60 },
			},
		});
		await sent(braze, 2);
		expect(await inboxOf(braze, 'guest-01')).toMatchObject([{ channel: 'whats_app', text: 'Hello Lena' }, { channel: 'content_cards', title: 'Card', text: 'For Lena' }]);
	});

	it('a webhook: one call a person, the content type taken from the body', async () => {
		const receiver = await startReceiver();
		await send({
			external_user_ids: ['guest-01', 'guest-02'],
			messages: { webhook: { url: receiver.url, request_method: 'PUT', request_headers: { 'X-Guest': '{{${user_id}}}' }, body: '{"name":"{{${first_name}}}"}' } },
		});
		const calls = await receiver.calls(2);
		expect(calls.map(({ body }) => body).sort()).toEqual(['{"name":"Emre"}', '{"name":"Lena"}']);
		expect(calls[0]).toMatchObject({ method: 'PUT', headers: { 'content-type': 'application/json', 'x-guest': expect.stringMatching(/^guest-0[12]$/) } });
		await receiver.close();
	});

	it('nothing where Liquid aborts or fails', async () => {
		await send({ external_user_ids: ['guest-01'], messages: { email: email({ body: "{% if ${first_name} == 'Lena' %}{% abort_message('not her') %}{% endif %}x" }) } });
		await braze.note('aborted: not her');
		await send({ external_user_ids: ['guest-01'], messages: { email: email({ body: '{% if %}' }) } });
		await braze.note('Liquid:');
		expect(await inboxOf(braze, 'guest-01')).toEqual([]);
	});

	it('a bounce for an address that bounces, and nothing at all from then on', async () => {
		const message = { external_user_ids: ['guest-12'], messages: { email: email() } };
		await send(message);
		await sent(braze, 1);
		expect(await inboxOf(braze, 'guest-12')).toEqual([]);
		await send(message);
		await braze.note('nothing is sent to an address that bounced for good');
	});
});

describe('rate limits', () => {
	it('a broadcast counts for its audience, named people do not', async () => {
		await braze.control('POST', '/braze/limits', { pool: 'broadcast audience', limit: 1, windowMs: 3_600_000 });
		expect((await send(toBerlin({ email: email() }))).status).toBe(201);
		expect((await send(toBerlin({ email: email() }))).status).toBe(429);
		expect((await send({ broadcast: true, segment_id: 'segment-lyon', messages: { email: email() } })).status).toBe(201);
		expect((await send({ external_user_ids: ['guest-01'], messages: { email: email() } })).status).toBe(201);
	});
});
