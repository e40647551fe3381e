import type { IDataObject } from 'n8n-workflow';
import { closedNetwork, RESET } from '../../support/network';
import { api, CONTINUE, recorder, runBraze } from './braze';

jest.mock('n8n-workflow', () => jest.requireActual<typeof import('../../support/quickSleep')>('../../support/quickSleep').quick);
closedNetwork();

const byId = (value: string) => ({ __rl: true, mode: 'id', value });
const CONTENT = { channels: ['sms'], appId: 'app-1', smsSubscriptionGroupId: 'g1', smsBody: '={{ $json.text ?? "Hi" }}' };
const MESSAGES = { sms: { app_id: 'app-1', subscription_group_id: 'g1', body: 'Hi' } };
const SEND = { resource: 'message', operation: 'send', userId: '={{ $json.id }}', ...CONTENT };
const BROADCAST = { resource: 'message', operation: 'sendBroadcast', segment: byId('s1'), broadcast: true, ...CONTENT };
const OK = { message: 'success', dispatch_id: 'd1' };
const users = (count: number) => Array.from({ length: count }, (_, index) => ({ id: `u${index}` }));
const audience = { audienceBy: 'json', audienceJson: '{"custom_attribute": {"custom_attribute_name": "plan", "comparison": "equals", "value": "gold"}}' };
const AUDIENCE = { custom_attribute: { custom_attribute_name: 'plan', comparison: 'equals', value: 'gold' } };
const soon = () => new Date(Math.floor(Date.now() / 1000) * 1000 + 3_600_000).toISOString().replace('.000Z', 'Z');

describe('to users', () => {
	it('50 a call, with ids and aliases beside one another', async () => {
		const { bodies, keep } = recorder();
		api().post('/messages/send', keep).times(2).reply(201, OK);
		const items = users(60).map((user, index) => ({ ...user, by: index === 1 ? 'user_alias' : 'external_id' }));
		const { main } = await runBraze({ ...SEND, identifyBy: '={{ $json.by }}', aliasLabel: 'sms' }, items);
		expect(bodies.map((body) => [(body.external_user_ids as string[]).length, body.user_aliases])).toEqual([[49, [{ alias_name: 'u1', alias_label: 'sms' }]], [10, undefined]]);
		expect(bodies[0].messages).toEqual(MESSAGES);
		expect(main[0].map(({ json }) => json.userId)).toEqual(items.map(({ id }) => id));
		expect(main[0][0].json).toEqual({ accepted: true, dispatchId: 'd1', userId: 'u0' });
	});

	it('with another text in a call of their own, and the same user twice in two', async () => {
		const { bodies, keep } = recorder();
		api().post('/messages/send', keep).times(3).reply(201, OK);
		await runBraze(SEND, [{ id: 'a' }, { id: 'b', text: 'Ho' }, { id: 'c' }, { id: 'a' }]);
		expect(bodies.map((body) => body.external_user_ids).sort()).toEqual([['a'], ['a', 'c'], ['b']]);
	});

	it('with all that narrows and counts it', async () => {
		api()
			.post('/messages/send', {
				external_user_ids: ['u0'],
				segment_id: 's9',
				audience: AUDIENCE,
				campaign_id: 'c1',
				send_id: 'send-1',
				override_frequency_capping: true,
				recipient_subscription_state: 'opted_in',
				messages: { sms: { ...MESSAGES.sms, message_variation_id: 'v1' } },
			})
			.reply(201, { ...OK, send_id: 'send-1' });
		const more = { segmentId: 's9', sendId: 'send-1', overrideFrequencyCapping: true, recipientSubscriptionState: 'opted_in' };
		const { main } = await runBraze({ ...SEND, campaign: byId('c1'), smsVariation: byId('v1'), ...audience, more }, users(1));
		expect(main[0][0].json).toEqual({ accepted: true, dispatchId: 'd1', sendId: 'send-1', campaignId: 'c1', userId: 'u0' });
	});

	it('is never sent twice on a lost connection', async () => {
		api().post('/messages/send').replyWithError(RESET);
		expect((await runBraze(SEND, users(2), CONTINUE)).main[1].map(({ json }) => (json.error as IDataObject).class)).toEqual(['unknownOutcome', 'unknownOutcome']);
	});
});

describe('a broadcast', () => {
	it('reaches the segment', async () => {
		api().post('/messages/send', { broadcast: true, segment_id: 's1', messages: MESSAGES }).reply(201, { ...OK, send_id: 'auto' });
		expect((await runBraze(BROADCAST)).main[0][0].json).toEqual({ accepted: true, dispatchId: 'd1', sendId: 'auto', segmentId: 's1' });
	});

	it('or a connected audience alone', async () => {
		api().post('/messages/send', { broadcast: true, audience: AUDIENCE, messages: MESSAGES }).reply(201, OK);
		expect((await runBraze({ ...BROADCAST, segment: byId(''), ...audience })).error).toBeUndefined();
	});

	it.each([
		['every user in the segment "s1"', {}],
		['every user in the segment "s1" who fits the connected audience', audience],
		['every user of the workspace who fits the connected audience', { ...audience, segment: byId('') }],
	])('with the switch off is refused, and says whom it would reach: %s', async (whom, change) => {
		const { main } = await runBraze({ ...BROADCAST, broadcast: false, ...change }, [{}], CONTINUE);
		expect(main[1][0].json.error).toMatchObject({ class: 'invalidInput', message: `Broadcast: is off. Switched on, this reaches ${whom}` });
	});

	it('to nobody is refused', async () => {
		const { main } = await runBraze({ ...BROADCAST, segment: byId('') }, [{}], CONTINUE);
		expect(main[1][0].json.error).toMatchObject({ class: 'invalidInput', message: expect.stringMatching(/^Segment: /) });
	});

	it('is never sent twice, and minor errors make it unknown', async () => {
		api().post('/messages/send').replyWithError(RESET);
		expect((await runBraze(BROADCAST, [{}], CONTINUE)).main[1][0].json.error).toMatchObject({ class: 'unknownOutcome' });
		api().post('/messages/send').reply(201, { ...OK, errors: ['odd'] });
		expect((await runBraze(BROADCAST, [{}], CONTINUE)).main[1][0].json.error).toMatchObject({ class: 'unknownOutcome', message: expect.stringContaining('odd') });
	});
});

describe('schedules', () => {
	it('are made for users, 50 under one ID', async () => {
		const time = soon();
		api()
			.post('/messages/schedule/create', { external_user_ids: ['u0', 'u1'], override_messaging_limits: true, messages: MESSAGES, schedule: { time } })
			.reply(201, { ...OK, schedule_id: 'sch-1' });
		const { main } = await runBraze({ ...SEND, operation: 'schedule', time, more: { overrideFrequencyCapping: true } }, users(2));
		expect(main[0].map(({ json }) => json)).toEqual(['u0', 'u1'].map((userId) => ({ accepted: true, dispatchId: 'd1', scheduleId: 'sch-1', userId, schedule: { time } })));
	});

	it('are made for a segment, in local time', async () => {
		const time = '2999-11-21T09:30:00';
		api()
			.post('/messages/schedule/create', { broadcast: true, segment_id: 's1', messages: MESSAGES, schedule: { time, in_local_time: true } })
			.reply(201, { ...OK, schedule_id: 'sch-1' });
		const { main } = await runBraze({ ...BROADCAST, operation: 'scheduleBroadcast', sendAt: 'local', time });
		expect(main[0][0].json).toEqual({ accepted: true, dispatchId: 'd1', scheduleId: 'sch-1', segmentId: 's1', schedule: { time, in_local_time: true } });
	});

	it.each([['schedule', SEND], ['scheduleBroadcast', BROADCAST]])('%s in the past is refused', async (operation, parameters) => {
		const { main } = await runBraze({ ...parameters, operation, time: '2020-01-01T00:00:00Z' }, users(1), CONTINUE);
		expect(main[1][0].json.error).toMatchObject({ class: 'invalidInput', message: 'Time: lies in the past' });
	});

	it('change in time, in content, or in both', async () => {
		const time = soon();
		const update = { ...CONTENT, resource: 'message', operation: 'updateSchedule', scheduleId: 'sch-1', time };
		api().post('/messages/schedule/update', { schedule_id: 'sch-1', schedule: { time } }).reply(201, { message: 'success' });
		expect((await runBraze({ ...update, change: 'schedule' })).main[0][0].json).toMatchObject({ scheduleId: 'sch-1', schedule: { time } });
		api().post('/messages/schedule/update', { schedule_id: 'sch-1', messages: MESSAGES }).reply(201, { message: 'success' });
		expect((await runBraze({ ...update, change: 'messages' })).error).toBeUndefined();
		api().post('/messages/schedule/update', { schedule_id: 'sch-1', schedule: { time }, messages: MESSAGES }).reply(201, { message: 'success' });
		expect((await runBraze({ ...update, change: 'both' })).error).toBeUndefined();
	});

	it.each([
		['Time', { change: 'schedule' }],
		['Time', { change: 'both', time: '2020-01-01' }],
		['SMS Body', { change: 'messages', smsBody: '' }],
		['Channels', { change: 'both', channels: [], time: '2999-01-01T00:00:00Z' }],
	])('a change without what it needs is refused: %s, %j', async (displayName, change) => {
		const { main } = await runBraze({ ...CONTENT, resource: 'message', operation: 'updateSchedule', scheduleId: 'sch-1', ...change }, [{}], CONTINUE);
		expect(main[1][0].json.error).toMatchObject({ class: 'invalidInput', message: expect.stringMatching(new RegExp(`^${displayName}: `)) });
	});

	it('are withdrawn', async () => {
		api().post('/messages/schedule/delete', { schedule_id: 'sch-1' }).reply(201, { message: 'success' });
		expect((await runBraze({ resource: 'message', operation: 'deleteSchedule', scheduleId: 'sch-1' })).main[0][0].json).toEqual({ deleted: true, scheduleId: 'sch-1' });
	});
});

describe('send IDs', () => {
	const CREATE = { resource: 'send', operation: 'createId', campaign: byId('c1') };

	it('are made, and the item says how many are left today', async () => {
		api().post('/sends/id/create', { campaign_id: 'c1' }).reply(201, { message: 'success', send_id: 'made' }, { 'X-RateLimit-Limit': '100', 'X-RateLimit-Remaining': '97' });
		expect((await runBraze(CREATE)).main[0][0].json).toEqual({ sendId: 'made', campaignId: 'c1', leftToday: 97 });
		api().post('/sends/id/create', { campaign_id: 'c1', send_id: 'mine' }).reply(201, { message: 'success', send_id: 'mine' });
		expect((await runBraze({ ...CREATE, sendId: 'mine' })).main[0][0].json).toEqual({ sendId: 'mine', campaignId: 'c1' });
	});

	it('the 101st of a day says what the limit is', async () => {
		const reset = Math.floor(Date.now() / 1000) + 7200;
		api().post('/sends/id/create').reply(429, { message: 'rate limited' }, { 'X-RateLimit-Reset': String(reset) });
		const { main } = await runBraze(CREATE, [{}], CONTINUE);
		expect(main[1][0].json.error).toMatchObject({ class: 'rateLimited', fix: expect.stringContaining('100 send IDs a day') });
	});

	it('of a wrong shape are refused, and a lost answer is not asked for again', async () => {
		expect((await runBraze({ ...CREATE, sendId: 'x'.repeat(65) }, [{}], CONTINUE)).main[1][0].json.error).toMatchObject({ class: 'invalidInput', message: expect.stringMatching(/^Send ID: /) });
		api().post('/sends/id/create').replyWithError(RESET);
		expect((await runBraze(CREATE, [{}], CONTINUE)).main[1][0].json.error).toMatchObject({ class: 'unknownOutcome' });
	});
});
