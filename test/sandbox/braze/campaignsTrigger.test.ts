import { startBraze, type BrazeSandbox } from './harness';

let braze: BrazeSandbox;
beforeAll(async () => {
	braze = await startBraze();
});
beforeEach(() => braze.world.reset());
afterAll(async () => await braze.close());

const CAMPAIGN = 'campaign-agent-reply';
const GRACE = '65f0c0de0000000000000044';

const send = async (recipients: unknown[], rest: Record<string, unknown> = {}) =>
	await braze.call('POST', '/campaigns/trigger/send', { campaign_id: CAMPAIGN, recipients, ...rest });
const to = (id: string, text: string) => ({ external_user_id: id, trigger_properties: { msg_body: text } });
const arrived = async (customer: string, text: string) =>
	await braze.event(({ kind, customer: who, summary }) => kind === 'sent' && who === customer && summary.includes(text));
const received = async (id: string) => (await braze.phone(id)).filter(({ direction }) => direction === 'in').map(({ text }) => text);

describe('a send', () => {
	it('puts the rendered text on the phone, whole and plain', async () => {
		const text = 'First — "quoted" \\ back & forth 🎉\n\n• one\n• two\n\nhttps://example.com/?a=1&b=2 {{ not liquid }}';
		const answer = await braze.client().campaigns.trigger.send({ campaign_id: CAMPAIGN, recipients: [to('cust-42', text)] });
		expect(answer).toEqual({ dispatch_id: expect.stringMatching(/^[0-9a-f]{32}$/), message: 'success' });
		await arrived('cust-42', 'First');
		expect(await received('cust-42')).toEqual([`${text}\n\nReply STOP to opt out.`]);
	});

	it('uses the recipient’s properties before the call’s', async () => {
		await send([to('cust-42', 'mine'), { external_user_id: 'cust-43' }], { trigger_properties: { msg_body: 'everyone’s' } });
		await arrived('cust-42', 'mine');
		await arrived('cust-43', 'everyone’s');
	});

	it('writes the attributes before the message is rendered, with their types', async () => {
		await braze.control('POST', `/braze/campaigns/${CAMPAIGN}`, { body: 'Ticket {{custom_attribute.${zendesk_ticket}}}' });
		await send([{ ...to('cust-42', 'x'), attributes: { zendesk_ticket: '35436', zendesk_ticket_open: true, zendesk_delivered: { add: ['c1'] } } }]);
		await arrived('cust-42', 'Ticket 35436');
		expect((await braze.truth('cust-42')).custom_attributes).toMatchObject({ zendesk_ticket_open: true, zendesk_delivered: ['c1'] });
	});

	it('reaches a customer by braze_id, alias and email', async () => {
		await braze.client().users.track({ attributes: [{ user_alias: { alias_name: 'a', alias_label: 'crm' }, phone: '+12025550150', _update_existing_only: false, subscription_groups: [{ subscription_group_id: 'sms-group-support', subscription_state: 'subscribed' }] }] });
		await send([
			{ braze_id: GRACE, trigger_properties: { msg_body: 'to Grace' } },
			{ email: 'ada@example.com', prioritization: ['identified', 'most_recently_updated'], trigger_properties: { msg_body: 'to Ada' } },
			{ user_alias: { alias_name: 'a', alias_label: 'crm' }, trigger_properties: { msg_body: 'to the alias' } },
		]);
		await arrived(GRACE, 'to Grace');
		await arrived('cust-42', 'to Ada');
		await braze.event(({ kind, summary }) => kind === 'sent' && summary.includes('to the alias'));
	});

	it('keeps the order of calls', async () => {
		for (let at = 0; at < 20; at++) await send([to('cust-42', `message ${at}.`)]);
		await arrived('cust-42', 'message 19.');
		expect((await received('cust-42')).map((text) => text.split('.')[0])).toEqual(Array.from({ length: 20 }, (_, at) => `message ${at}`));
	});

	it('collapses one user named twice to the first message', async () => {
		await send([to('cust-42', 'first'), to('cust-42', 'second'), { braze_id: '65f0c0de0000000000000042', trigger_properties: { msg_body: 'third' } }, to('cust-43', 'last')]);
		await arrived('cust-43', 'last');
		expect(await received('cust-42')).toEqual(['first\n\nReply STOP to opt out.']);
	});
});

describe('what is accepted and yet not sent', () => {
	it('an unknown user', async () => {
		expect((await send([to('nobody', 'x'), to('cust-42', 'y')])).status).toBe(201);
		await braze.note('not sent to nobody');
		await arrived('cust-42', 'y');
	});

	it('a second message while re-eligibility is off', async () => {
		await braze.control('POST', `/braze/campaigns/${CAMPAIGN}`, { reEligible: false });
		await send([to('cust-42', 'one')]);
		await send([to('cust-42', 'two')]);
		await braze.note('re-eligibility is off');
		expect(await received('cust-42')).toEqual(['one\n\nReply STOP to opt out.']);
	});

	it('a stopped campaign', async () => {
		await braze.control('POST', `/braze/campaigns/${CAMPAIGN}`, { status: 'stopped' });
		expect((await send([to('cust-42', 'x')])).status).toBe(201);
		await braze.note('the campaign is stopped');
		expect(await received('cust-42')).toEqual([]);
	});

	it('an opted-out phone, a never-subscribed phone, no phone', async () => {
		await braze.client().users.track({ attributes: [{ external_id: 'no-phone' }, { external_id: 'new-phone', phone: '+12025550160' }] });
		await send([to('cust-47', 'x'), to('new-phone', 'x'), to('no-phone', 'x')]);
		await braze.note('the phone is unsubscribed');
		await braze.note('the phone is not subscribed');
		await braze.note('no phone number');
		expect(await received('cust-47')).toEqual([]);
	});

	it('an aborted message, with the reason', async () => {
		await braze.control('POST', `/braze/campaigns/${CAMPAIGN}`, { body: "{% if ${first_name} == blank %}{% abort_message('no name') %}{% endif %}Hello {{${first_name}}}" });
		await send([to('cust-43', 'x'), to('cust-42', 'x')]);
		await braze.note('aborted: no name');
		await arrived('cust-42', 'Hello Ada');
		expect(await received('cust-43')).toEqual([]);
	});

	it('a broken template', async () => {
		await braze.control('POST', `/braze/campaigns/${CAMPAIGN}`, { body: '{% if %}' });
		await send([to('cust-42', 'x')]);
		await braze.note('Liquid:');
		expect(await received('cust-42')).toEqual([]);
	});

	it('a customer outside the campaign’s audience, where the text "true" is not true', async () => {
		await braze.control('POST', `/braze/campaigns/${CAMPAIGN}`, {
			audience: { AND: [{ custom_attribute: { custom_attribute_name: 'zendesk_ticket_open', comparison: 'equals', value: true } }] },
		});
		await send([{ ...to('cust-42', 'x'), attributes: { zendesk_ticket_open: 'true' } }, { ...to('cust-43', 'y'), attributes: { zendesk_ticket_open: true } }]);
		await arrived('cust-43', 'y');
		await braze.note('outside the campaign’s audience');
		expect(await received('cust-42')).toEqual([]);
	});
});

describe('refusals', () => {
	it.each([
		['an unknown campaign', { campaign_id: 'nope', recipients: [to('cust-42', 'x')] }, 'Invalid Campaign ID'],
		['no campaign', { recipients: [to('cust-42', 'x')] }, 'Invalid Campaign ID'],
		['a campaign that is not API-triggered', { campaign_id: 'campaign-first-text', recipients: [to('cust-42', 'x')] }, 'Invalid Campaign ID'],
		['no recipients', { campaign_id: CAMPAIGN }, 'No Recipients'],
		['empty recipients', { campaign_id: CAMPAIGN, recipients: [] }, 'No Recipients'],
		['51 recipients', { campaign_id: CAMPAIGN, recipients: Array.from({ length: 51 }, (_, at) => to(`c${at}`, 'x')) }, /max number of ids/],
		['broadcast with recipients', { campaign_id: CAMPAIGN, broadcast: true, recipients: [to('cust-42', 'x')] }, /exclude/],
		['broadcast with attachments', { campaign_id: CAMPAIGN, broadcast: true, attachments: [] }, /exclude/],
		['two identifiers', { campaign_id: CAMPAIGN, recipients: [{ external_user_id: 'cust-42', braze_id: GRACE }] }, /exactly one/],
		['no identifier', { campaign_id: CAMPAIGN, recipients: [{ trigger_properties: {} }] }, /exactly one/],
		['email without prioritization', { campaign_id: CAMPAIGN, recipients: [{ email: 'ada@example.com' }] }, /prioritization/],
		['creating without attributes', { campaign_id: CAMPAIGN, recipients: [{ external_user_id: 'n', send_to_existing_only: false }] }, /requires attributes/],
		['creating by alias', { campaign_id: CAMPAIGN, recipients: [{ user_alias: { alias_name: 'a', alias_label: 'b' }, send_to_existing_only: false, attributes: {} }] }, /user_alias/],
		['properties over 50 KB', { campaign_id: CAMPAIGN, recipients: [to('cust-42', 'x'.repeat(52_000))] }, /50 KB/],
	])('%s: 400', async (_, body, message) => {
		const answer = await braze.call('POST', '/campaigns/trigger/send', body);
		expect(answer.status).toBe(400);
		expect(answer.body.message).toEqual(typeof message === 'string' ? message : expect.stringMatching(message));
	});

	it('a bad recipient refuses the whole call: no attribute of the good one is written', async () => {
		const answer = await send([{ ...to('cust-42', 'x'), attributes: { color: 'red' } }, { trigger_properties: {} }]);
		expect(answer.status).toBe(400);
		expect((await braze.truth('cust-42')).custom_attributes).not.toHaveProperty('color');
	});

	it('braze-api sees status and message', async () => {
		await expect(braze.client().campaigns.trigger.send({ campaign_id: 'nope', recipients: [{ external_user_id: 'cust-42' }] })).rejects.toMatchObject({
			status: 400,
			message: 'Invalid Campaign ID',
		});
	});
});

describe('send_to_existing_only and broadcast', () => {
	it('false creates the user with the attributes', async () => {
		const attributes = { phone: '+12025550170', subscription_groups: [{ subscription_group_id: 'sms-group-support', subscription_state: 'subscribed' }] };
		await send([{ ...to('brand-new', 'welcome'), send_to_existing_only: false, attributes }]);
		await arrived('brand-new', 'welcome');
	});

	it('a broadcast reaches all subscribed of the audience and answers a send_id', async () => {
		const audience = { AND: [{ custom_attribute: { custom_attribute_name: 'favorite_color', comparison: 'equals' as const, value: 'green' } }] };
		const answer = await braze.client().campaigns.trigger.send({ campaign_id: CAMPAIGN, broadcast: true, audience, trigger_properties: { msg_body: 'green ones' } });
		expect(answer).toMatchObject({ message: 'success', send_id: expect.any(String) });
		await arrived('cust-42', 'green ones');
		expect(await received('cust-43')).toEqual([]);
	});

	it('an audience filters explicit recipients', async () => {
		const audience = { custom_attribute: { custom_attribute_name: 'favorite_color', comparison: 'exists' } };
		await send([to('cust-43', 'x'), to('cust-42', 'y')], { audience });
		await arrived('cust-42', 'y');
		expect(await received('cust-43')).toEqual([]);
	});

	it('an audience that is not understood is refused', async () => {
		expect((await send([to('cust-42', 'x')], { audience: { moon_phase: {} } })).status).toBe(400);
		expect((await send([to('cust-42', 'x')], { audience: { AND: 'x' } })).status).toBe(400);
	});
});

it('ticket-solved says its own text where none is given', async () => {
	await braze.call('POST', '/campaigns/trigger/send', { campaign_id: 'campaign-ticket-solved', recipients: [{ external_user_id: 'cust-42' }] });
	await arrived('cust-42', 'has been solved');
	expect((await received('cust-42'))[0]).toMatch(/Reply STOP to opt out\.$/);
});
