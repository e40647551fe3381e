import { closedNetwork, RESET } from '../../support/network';
import { api, assignments, CONTINUE, recorder, runBraze } from './braze';

jest.mock('n8n-workflow', () => jest.requireActual<typeof import('../../support/quickSleep')>('../../support/quickSleep').quick);
closedNetwork();

const byId = (value: string) => ({ __rl: true, mode: 'id', value });
const OK = { message: 'success', dispatch_id: 'd1' };
const AUDIENCE = { AND: [{ custom_attribute: { custom_attribute_name: 'visits', comparison: 'greater_than', value: 3 } }] };
const audience = { audienceBy: 'filters', audienceFilters: { rows: [{ kind: 'custom_attribute', name: 'visits', comparison: 'greater_than', value: '3', valueType: 'number' }] } };
const TIME = '2999-11-21T09:30:00Z';
const users = (count: number) => Array.from({ length: count }, (_, index) => ({ id: `u${index}` }));

/** Campaigns and Canvases take the same calls under other names. */
const KINDS = [
	{ resource: 'campaign', parameter: 'campaign', base: '/campaigns/trigger', idName: 'campaign_id', told: 'campaignId', form: 'triggerProperties', inBody: 'trigger_properties' },
	{ resource: 'canvas', parameter: 'canvas', base: '/canvas/trigger', idName: 'canvas_id', told: 'canvasId', form: 'context', inBody: 'context' },
];

describe.each(KINDS)('$resource', ({ resource, parameter, base, idName, told, form, inBody }) => {
	const FORM = { resource, [parameter]: byId('x1'), [form]: assignments({ shoe: ['number', 42] }) };
	const TO_USERS = { ...FORM, userId: '={{ $json.id }}' };
	const withProperties = { [inBody]: { shoe: 42 } };

	it('is sent to users by id, alias or email', async () => {
		api()
			.post(`${base}/send`, { [idName]: 'x1', audience: AUDIENCE, recipients: [{ external_user_id: 'u0', ...withProperties, attributes: { plan: 'gold' }, send_to_existing_only: false }] })
			.reply(201, OK);
		const more = { createUser: true };
		const { main } = await runBraze({ ...TO_USERS, operation: 'triggerSend', attributes: assignments({ plan: ['string', 'gold'] }), ...audience, more }, users(1));
		expect(main[0][0].json).toEqual({ accepted: true, dispatchId: 'd1', [told]: 'x1', userId: 'u0' });

		api()
			.post(`${base}/send`, { [idName]: 'x1', recipients: [{ email: 'ada@example.com', prioritization: ['most_recently_updated', 'identified'], ...withProperties }] })
			.reply(201, OK);
		await runBraze({ ...TO_USERS, operation: 'triggerSend', identifyBy: 'email', prioritization: ['most_recently_updated', 'identified'] }, [{ id: 'ada@example.com' }]);
	});

	it.each([
		['Attributes', { more: { createUser: true } }],
		['Create User if Unknown', { more: { createUser: true }, identifyBy: 'user_alias', aliasLabel: 'l', attributes: assignments({ a: ['number', 1] }) }],
		['Prioritization', { identifyBy: 'email', prioritization: [], userId: 'ada@example.com' }],
		['User ID', { identifyBy: 'email', userId: 'ada' }],
		['Alias Label', { identifyBy: 'user_alias' }],
		['Filters', { audienceBy: 'filters' }],
		['Connected Audience \\(JSON\\)', { audienceBy: 'json', audienceJson: '{"and": []}' }],
		[form === 'context' ? 'Context' : 'Trigger Properties', { [form]: assignments({ long: ['string', 'x'.repeat(51_300)] }) }],
	])('is refused before the call by the name of what is wrong: %s', async (displayName, change) => {
		for (const operation of ['triggerSend', 'scheduleTriggered']) {
			const { main } = await runBraze({ ...TO_USERS, operation, time: TIME, ...change }, users(1), CONTINUE);
			expect(main[1][0].json.error).toMatchObject({ class: 'invalidInput', message: expect.stringMatching(new RegExp(`^${displayName}: `)) });
		}
	});

	it('is broadcast behind its switch only, which says whom it reaches', async () => {
		const BROADCAST = { ...FORM, operation: 'triggerBroadcast' };
		const whom = `every user in the segment that the ${resource === 'canvas' ? 'Canvas' : 'campaign'} targets in the dashboard`;
		const refused = await runBraze({ ...BROADCAST, ...audience }, [{}], CONTINUE);
		expect(refused.main[1][0].json.error).toMatchObject({ class: 'invalidInput', message: `Broadcast: is off. Switched on, this reaches ${whom} and who fits the connected audience` });

		api().post(`${base}/send`, { [idName]: 'x1', broadcast: true, audience: AUDIENCE, ...withProperties }).reply(201, { ...OK, send_id: 'auto' });
		const { main } = await runBraze({ ...BROADCAST, ...audience, broadcast: true });
		expect(main[0][0].json).toEqual({ accepted: true, dispatchId: 'd1', sendId: 'auto', [told]: 'x1' });

		api().post(`${base}/send`).replyWithError(RESET);
		expect((await runBraze({ ...BROADCAST, broadcast: true }, [{}], CONTINUE)).main[1][0].json.error).toMatchObject({ class: 'unknownOutcome' });
	});

	it('is scheduled for users, 50 under one ID, and for its segment', async () => {
		const { bodies, keep } = recorder();
		api().post(`${base}/schedule/create`, keep).times(2).reply(201, { ...OK, schedule_id: 'sch-1' });
		const { main } = await runBraze({ ...TO_USERS, operation: 'scheduleTriggered', time: TIME }, users(51));
		expect(bodies.map((body) => (body.recipients as unknown[]).length)).toEqual([50, 1]);
		expect(bodies[1]).toEqual({ [idName]: 'x1', recipients: [{ external_user_id: 'u50', ...withProperties }], schedule: { time: TIME } });
		expect(main[0][0].json).toEqual({ accepted: true, dispatchId: 'd1', scheduleId: 'sch-1', [told]: 'x1', userId: 'u0', schedule: { time: TIME } });

		const local = { sendAt: 'optimal', time: '2999-11-21T09:30:00' };
		api()
			.post(`${base}/schedule/create`, { [idName]: 'x1', broadcast: true, ...withProperties, schedule: { time: '2999-11-21T09:30:00', at_optimal_time: true } })
			.reply(201, { ...OK, schedule_id: 'sch-2' });
		expect((await runBraze({ ...FORM, operation: 'scheduleTriggeredBroadcast', broadcast: true, ...local })).main[0][0].json).toMatchObject({ scheduleId: 'sch-2' });
		const off = await runBraze({ ...FORM, operation: 'scheduleTriggeredBroadcast', ...local }, [{}], CONTINUE);
		expect(off.main[1][0].json.error).toMatchObject({ message: expect.stringMatching(/^Broadcast: /) });
	});

	it('has its schedule changed and deleted', async () => {
		api().post(`${base}/schedule/update`, { [idName]: 'x1', schedule_id: 'sch-1', schedule: { time: TIME } }).reply(201, { message: 'success' });
		const { main } = await runBraze({ ...FORM, operation: 'updateSchedule', scheduleId: 'sch-1', time: TIME });
		expect(main[0][0].json).toMatchObject({ [told]: 'x1', scheduleId: 'sch-1', schedule: { time: TIME } });

		api().post(`${base}/schedule/delete`, { [idName]: 'x1', schedule_id: 'sch-1' }).reply(201, { message: 'success' });
		expect((await runBraze({ ...FORM, operation: 'deleteSchedule', scheduleId: 'sch-1' })).main[0][0].json).toEqual({ deleted: true, [told]: 'x1', scheduleId: 'sch-1' });
	});

	it('says of a local time that has passed in the east', async () => {
		const time = new Date(Date.now() + 3_600_000).toISOString().slice(0, 19);
		api().post(`${base}/schedule/update`).reply(201, { message: 'success' });
		const { main } = await runBraze({ ...FORM, operation: 'updateSchedule', scheduleId: 'sch-1', sendAt: 'local', time });
		expect(main[0][0].json).toMatchObject({ warning: expect.stringContaining('24 hours') });
	});

	it('is copied', async () => {
		api().post(`${base.replace('/trigger', '')}/duplicate`, { [idName]: 'x1', name: 'Copy', description: 'd' }).reply(202, { message: 'success' });
		expect((await runBraze({ ...FORM, operation: 'duplicate', name: 'Copy', more: { description: 'd' } })).main[0][0].json).toEqual({ accepted: true, [told]: 'x1', name: 'Copy' });
	});
});

describe('a Canvas that is not running', () => {
	const CANVAS = { resource: 'canvas', canvas: byId('x1') };
	const paused = 'The Canvas is paused. Resume the Canvas to ensure trigger requests will take effect.';
	const archived = 'The Canvas is archived. Unarchive the Canvas to ensure trigger requests will take effect.';

	it.each([paused, archived])('sends nothing although Braze says success: %s', async (notice) => {
		api().post('/canvas/trigger/send').times(2).reply(201, { ...OK, notice });
		const toUsers = await runBraze({ ...CANVAS, operation: 'triggerSend', userId: '={{ $json.id }}' }, users(2), CONTINUE);
		expect(toUsers.main[0]).toEqual([]);
		expect(toUsers.main[1].map(({ json }) => json.error)).toMatchObject([{ class: 'policy', message: `Braze took the call but sends nothing: ${notice}` }, { class: 'policy' }]);
		const toAll = await runBraze({ ...CANVAS, operation: 'triggerBroadcast', broadcast: true }, [{}], CONTINUE);
		expect(toAll.main[1][0].json.error).toMatchObject({ class: 'policy', message: expect.stringContaining(notice) });
	});

	it('another notice is shown beside the success', async () => {
		api().post('/canvas/trigger/send').reply(201, { ...OK, notice: 'Context of 3 keys was truncated' });
		const { main } = await runBraze({ ...CANVAS, operation: 'triggerSend', userId: 'u0' });
		expect(main[0][0].json).toMatchObject({ accepted: true, notice: 'Context of 3 keys was truncated' });
	});
});

it('users with other attachments get a call of their own', async () => {
	const { bodies, keep } = recorder();
	api().post('/campaigns/trigger/send', keep).times(2).reply(201, OK);
	const more = { attachments: { rows: [{ fileName: 'invoice', url: '={{ $json.url }}' }] } };
	const items = [{ id: 'a', url: 'https://example.com/1.pdf' }, { id: 'b', url: 'https://example.com/2.pdf' }];
	await runBraze({ resource: 'campaign', operation: 'triggerSend', campaign: byId('c1'), userId: '={{ $json.id }}', more }, items);
	expect(bodies.map(({ attachments }) => attachments)).toEqual(items.map(({ url }) => [{ file_name: 'invoice', url }]));
});

it('a Canvas copy may have tags of its own', async () => {
	api().post('/canvas/duplicate', { canvas_id: 'x1', name: 'Copy', tag_names: ['a', 'b'] }).reply(202, { message: 'success' });
	expect((await runBraze({ resource: 'canvas', operation: 'duplicate', canvas: byId('x1'), name: 'Copy', more: { tagNames: 'a, b' } })).error).toBeUndefined();
});
