import { RULES } from '../../../sandbox/clevertap/rules';
import { DAY, day, HOUR, startCleverTap, startReceiver, type CleverTap, type Loose, type Receiver } from './harness';

let clevertap: CleverTap;
let receiver: Receiver;
beforeAll(async () => {
	clevertap = await startCleverTap({ waitFactor: 1 });
	receiver = await startReceiver();
});
beforeEach(async () => await clevertap.reset());
afterAll(async () => {
	await clevertap.close();
	await receiver.close();
});

interface Created {
	status: string;
	id: number;
	estimates: Record<string, number>;
}

const push = { name: 'Hello', target_mode: 'push', segment: 'all', content: { title: 'Hi', body: 'Hello {{Profile.Name | default: "friend"}}' }, when: 'now' };
const create = async (body: object) => await clevertap.post<Created>('/1/targets/create.json', body);
const result = async (id: number) => await clevertap.post<Loose>('/1/targets/result.json', { id });
const list = async (from = day(), to = day()) => (await clevertap.post<{ targets: Loose[] }>('/1/targets/list.json', { from, to })).body.targets;
const messages = async () => (await clevertap.control<{ messages: Array<{ identity: string; channel: string; content: Loose; by: string }> }>('GET', '/messages')).body.messages;
const gold = { common_profile_properties: { profile_fields: [{ name: 'Customer Type', operator: 'equals', value: 'Gold' }] } };

describe('a push campaign', () => {
	it('is made, runs a moment later, and has a report', async () => {
		const { body } = await create(push);
		expect(body).toEqual({ status: 'success', id: expect.any(Number), estimates: { android: 2, ios: 2 } });
		expect(await list()).toEqual([{ id: body.id, name: 'Hello', scheduled_on: expect.any(Number), status: 'scheduled' }]);
		expect((await result(body.id)).body).toEqual({ status: 'fail', error: 'The campaign has not completed: scheduled', code: 409 });
		await clevertap.age(2);
		expect((await result(body.id)).body).toEqual({ status: 'success', result: { sent: 4, viewed: 0, clicked: 0 } });
		expect((await messages()).map(({ identity, content }) => [identity, content.body])).toEqual([
			['cust-42', 'Hello Ada Lovelace'], ['cust-43', 'Hello friend'], ['cust-45', 'Hello Jörg Müller'], ['grace@example.com', 'Hello Grace Hopper'],
		]);
	});

	it('waits for its minute', async () => {
		const tomorrow = day(-1);
		const { id } = (await create({ ...push, when: `${tomorrow} 00:00` })).body;
		expect(await list()).toMatchObject([{ id, scheduled_on: tomorrow * 10_000, status: 'scheduled' }]);
		await clevertap.age(10);
		expect(await messages()).toEqual([]);
		await clevertap.age(DAY);
		expect((await result(id)).body).toMatchObject({ result: { sent: 4 } });
	});

	it('a day far away needs no timer that overflows', async () => {
		const { id } = (await create({ ...push, when: { type: 'later', delivery_date_time: ['20991231 10:00'] } })).body;
		await clevertap.age(HOUR);
		expect((await result(id)).status).toBe(409);
	});

	it('can be stopped while it waits, once', async () => {
		const { id } = (await create({ ...push, when: `${day(-1)} 00:00` })).body;
		const stop = async () => await clevertap.post('/1/targets/stop.json', { id });
		expect((await stop()).body).toEqual({ status: 'success' });
		await clevertap.age(2 * DAY);
		expect(await messages()).toEqual([]);
		expect(await list(day(2), day())).toMatchObject([{ status: 'stopped' }]);
		expect((await stop()).status).toBe(400);
		expect(clevertap.lastRule()).toEqual(RULES.targetStop);
	});

	it('can be stopped in the moment before it starts', async () => {
		const { id } = (await create(push)).body;
		expect((await clevertap.post('/1/targets/stop.json', { id })).status).toBe(200);
		await clevertap.age(2);
		expect(await messages()).toEqual([]);
	});

	it('for a segment, for properties, for who did something', async () => {
		const sent = async (more: object) => {
			const { id } = (await create({ ...push, segment: undefined, ...more })).body;
			await clevertap.age(2);
			return ((await result(id)).body.result as { sent: number }).sent;
		};
		expect(await sent({ segment: 1001 })).toBe(2);
		expect(await sent({ where: gold })).toBe(2);
		expect(await sent({ where: gold, devices: ['ios'] })).toBe(1);
		expect(await sent({ where: { event_name: 'Charged', from: day(3), to: day() } })).toBe(1);
		expect(await sent({})).toBe(4);
	});
});

describe('estimates', () => {
	it('create nothing', async () => {
		const estimated = await create({ ...push, estimate_only: true });
		expect(estimated.body).toEqual({ status: 'success', estimates: { android: 2, ios: 2 } });
		expect((await clevertap.post('/1/targets/estimate.json', push)).body).toEqual(estimated.body);
		expect(await list()).toEqual([]);
	});

	it('by channel, and left out where asked', async () => {
		const email = { ...push, target_mode: 'email', content: { subject: 's', body: 'b' }, provider_nick_name: 'p' };
		expect((await create({ ...email, estimate_only: true })).body.estimates).toEqual({ email: 7 });
		expect((await create({ ...email, target_mode: 'sms', estimate_only: true })).body.estimates).toEqual({ sms: 7 });
		expect((await create({ ...push, target_mode: 'webpush', estimate_only: true })).body.estimates).toEqual({ chrome: 0, firefox: 0, safari: 0 });
		expect((await create({ ...push, skip_estimate: true })).body).toEqual({ status: 'success', id: expect.any(Number) });
	});
});

describe('what is refused', () => {
	it.each([
		['no name', { name: undefined }, RULES.targetNeeds],
		['where beside segment', { where: gold }, RULES.targetNeeds],
		['no content', { content: undefined }, RULES.targetNeeds],
		['content without a title', { content: { body: 'x' } }, RULES.targetNeeds],
		['an unknown segment', { segment: 7 }, RULES.targetNeeds],
		['an unknown channel', { target_mode: 'fax' }, RULES.targetNeeds],
		['a strange time', { when: 'tomorrow' }, RULES.targetNeeds],
		['e-mail without a provider', { target_mode: 'email', content: { subject: 's', body: 'b' } }, RULES.targetProvider],
		['a webhook that is not there', { target_mode: 'webhook', webhook_endpoint_name: 'nope' }, RULES.targetWebhook],
	])('%s', async (_, wrong, rule) => {
		const answer = await create({ ...push, ...wrong });
		expect([answer.status, clevertap.lastRule()]).toEqual([400, rule]);
		expect(await list()).toEqual([]);
	});

	it('an unknown campaign is 404', async () => {
		expect((await result(5)).body).toEqual({ status: 'fail', error: 'No campaign 5', code: 404 });
		expect((await clevertap.post('/1/targets/stop.json', { id: 5 })).status).toBe(404);
	});
});

it('a webhook campaign made through the API posts to the dashboard’s webhook', async () => {
	await clevertap.webhook({ name: 'n8n', url: receiver.url });
	const { id } = (await create({
		name: 'By webhook', target_mode: 'webhook', where: gold, webhook_endpoint_name: 'n8n', webhook_fields: ['identities', 'profile-attributes'], webhook_key_value: { template: 'spring' },
	})).body;
	const before = receiver.sent().length;
	await clevertap.age(2);
	const calls = await receiver.calls(before + 1);
	expect(calls[before].body).toMatchObject({ targetId: id, key_values: { template: 'spring' }, profiles: [{ Identity: 'cust-42' }, { Identity: 'cust-45' }, { Identity: 'cust-47' }, { Identity: 'cust-49' }] });
	expect((calls[before].body.profiles as Loose[])[0]).not.toHaveProperty('Push_token');
	await clevertap.event(({ kind }) => kind === 'delivery');
	expect((await clevertap.figures(id)).figures).toMatchObject({ qualified: 4 });
});

describe('send/*.json', () => {
	const send = async (channel: string, to: object, more: object = {}) => await clevertap.post(`/1/send/${channel}.json`, { to, content: { title: 't', body: 'Hi {{Profile.Name}}', subject: 's' }, provider_nick_name: 'p', ...more });

	it.each(['push', 'email', 'sms', 'whatsapp'])('%s to named people, whatever the case of the keys', async (channel) => {
		expect((await send(channel, { Identity: ['cust-42', 'nobody'], email: ['joerg@example.com'] })).body).toEqual({ status: 'success', message: 'Added to queue for processing' });
		expect((await messages()).map(({ identity, channel: by, content }) => [identity, by, content.body])).toEqual([['cust-42', channel, 'Hi Ada Lovelace'], ['cust-45', channel, 'Hi Jörg Müller']]);
	});

	it('webpush reaches browsers only', async () => {
		await clevertap.upload({ type: 'token', identity: 'cust-46', objectId: 'web-46', tokenData: { id: 't', type: 'chrome' } });
		await send('webpush', { objectId: ['web-46'], identity: ['cust-42'] });
		expect((await messages()).map(({ identity }) => identity)).toEqual(['cust-46']);
	});

	it('an opt-out on the profile counts', async () => {
		await send('sms', { identity: ['cust-47'] });
		expect(await messages()).toEqual([]);
		expect(clevertap.lastRule()).toEqual(RULES.sendToUnreached);
	});

	it('at most 1,000 ids; nobody; a strange key; no provider', async () => {
		expect((await send('push', { identity: Array.from({ length: 1001 }, (_, index) => `i${index}`) })).status).toBe(400);
		expect(clevertap.lastRule()).toEqual(RULES.sendToLimit);
		expect((await send('push', {})).status).toBe(400);
		expect((await send('push', { phone: ['x'] })).status).toBe(400);
		expect((await send('sms', { identity: ['cust-42'] }, { provider_nick_name: undefined })).status).toBe(400);
		expect(clevertap.lastRule()).toEqual(RULES.targetProvider);
	});
});

describe('external trigger', () => {
	const id = async () => (await clevertap.figures('Order update (external trigger)')).id;
	const values = { order_id: '7', state: 'packed' };

	it('one campaign', async () => {
		for (const campaign of [String(await id()), await id()]) {
			const answer = await clevertap.post('/1/send/externaltrigger.json', { to: { identity: ['cust-42'] }, campaign_id: campaign, ExternalTrigger: values });
			expect(answer.body).toMatchObject({ status: 'success' });
		}
		expect((await messages()).map(({ content }) => content.body)).toEqual(['Order 7 is packed', 'Order 7 is packed']);
		expect((await clevertap.figures(await id())).figures.sent).toBe(2);
	});

	it('several campaigns', async () => {
		const other = await clevertap.campaign({ name: 'other', channel: 'sms', delivery: 'external_trigger', content: { body: '{{ExternalTrigger.state}}!' } });
		await clevertap.start(other.id);
		const ids = { campaign_id_list: [await id(), other.id] };
		expect((await clevertap.post('/2/send/externaltrigger.json', { to: { identity: ['cust-42'] }, ...ids, ExternalTrigger: values })).status).toBe(200);
		expect((await messages()).map(({ channel, content }) => [channel, content.body])).toEqual([['push', 'Order 7 is packed'], ['sms', 'packed!']]);
	});

	it('a campaign that is not there, of another kind, or stopped: nothing goes out', async () => {
		const single = (await clevertap.figures('single')).id;
		const trigger = async (...list: unknown[]) => await clevertap.post('/2/send/externaltrigger.json', { to: { identity: ['cust-42'] }, campaign_id_list: list });
		expect((await trigger(await id(), 5)).status).toBe(400);
		expect((await trigger(single)).status).toBe(400);
		await clevertap.control('POST', `/campaigns/${await id()}/stop`, {});
		expect((await trigger(await id())).status).toBe(400);
		expect(clevertap.lastRule()).toEqual(RULES.externalCampaign);
		expect(await messages()).toEqual([]);
	});

	it('values that are no texts are taken as texts, and the log tells', async () => {
		await clevertap.post('/1/send/externaltrigger.json', { to: { identity: ['cust-42'] }, campaign_id: await id(), ExternalTrigger: { order_id: 7 } });
		expect(clevertap.lastRule()).toEqual(RULES.externalStrings);
		expect((await messages())[0].content.body).toBe('Order 7 is ');
	});
});
