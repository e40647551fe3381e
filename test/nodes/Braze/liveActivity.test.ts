import type { INodeParameters } from 'n8n-workflow';
import { closedNetwork, RESET } from '../../support/network';
import { api, CONTINUE, recorder, runBraze } from './braze';

jest.mock('n8n-workflow', () => jest.requireActual<typeof import('../../support/quickSleep')>('../../support/quickSleep').quick);
closedNetwork();

const OK = { message: 'success' };
const ACTIVITY = { appId: 'app', activityId: 'match-1', contentState: '{"score": 0}' };
const START = { ...ACTIVITY, activityAttributesType: 'Football', activityAttributes: '{"home": "Chiefs"}', alertTitle: 'Start', alertBody: 'Now' };
const BODY = {
	app_id: 'app',
	activity_id: 'match-1',
	content_state: { score: 0 },
	activity_attributes_type: 'Football',
	activity_attributes: { home: 'Chiefs' },
	notification: { alert: { title: 'Start', body: 'Now' } },
};
const op = (operation: string, more: INodeParameters = {}): INodeParameters => ({ resource: 'liveActivity', operation, ...more });
const errorOf = async (parameters: INodeParameters) => (await runBraze(parameters, [{}], CONTINUE)).main[1][0].json.error;
const SEGMENT = { segment: { __rl: true, mode: 'id', value: 's1' } };

it('starts for 50 users a call', async () => {
	const { bodies, keep } = recorder();
	api().post('/messages/live_activity/start', keep).times(2).reply(201, OK);
	const users = Array.from({ length: 51 }, (_, index) => ({ id: `u${index}` }));
	const { main } = await runBraze(op('start', { ...START, userId: '={{ $json.id }}' }), users);
	expect(bodies).toEqual([users.slice(0, 50), users.slice(50)].map((some) => ({ ...BODY, external_user_ids: some.map(({ id }) => id) })));
	expect(main[0][50].json).toEqual({ activityId: 'match-1', userId: 'u50', accepted: true });
});

it('items with other contents have calls of their own', async () => {
	const { bodies, keep } = recorder();
	api().post('/messages/live_activity/start', keep).times(2).reply(201, OK);
	await runBraze(op('start', { ...START, activityId: '={{ $json.match }}', userId: 'u0' }), [{ match: 'a' }, { match: 'b' }]);
	expect(bodies.map((body) => body.activity_id)).toEqual(['a', 'b']);
});

it('starts for a segment only behind the switch that says whom it reaches', async () => {
	expect(await errorOf(op('startBroadcast', { ...START, ...SEGMENT }))).toMatchObject({ class: 'invalidInput', message: expect.stringContaining('every user in the segment "s1"') });
	api().post('/messages/live_activity/start', { ...BODY, segment_id: 's1' }).reply(201, OK);
	expect((await runBraze(op('startBroadcast', { ...START, ...SEGMENT, broadcast: true }))).main[0][0].json).toEqual({ activityId: 'match-1', accepted: true, segmentId: 's1' });
});

it('updates and ends, and never repeats after a lost connection', async () => {
	api().post('/messages/live_activity/update', { app_id: 'app', activity_id: 'match-1', content_state: { score: 0 }, end_activity: true, dismissal_date: '2026-11-21T10:00:00.000Z' }).reply(201, OK);
	expect((await runBraze(op('update', { ...ACTIVITY, more: { endActivity: true, dismissalDate: '2026-11-21T10:00:00Z' } }))).main[0][0].json).toEqual({ activityId: 'match-1', accepted: true, ended: true });
	api().post('/messages/live_activity/update').replyWithError(RESET);
	expect(await errorOf(op('update', ACTIVITY))).toMatchObject({ class: 'unknownOutcome' });
});

it.each([
	['Content State', op('update', { ...ACTIVITY, contentState: '{}' })],
	['Activity Attributes', op('start', { ...START, userId: 'u0', activityAttributes: '{}' })],
	['Segment', op('startBroadcast', { ...START, broadcast: true })],
	['Connected Audience', op('startBroadcast', { ...START, ...SEGMENT, broadcast: true, audienceBy: 'json', audienceJson: '{"custom_attribute": {"custom_attribute_name": "a", "comparison": "equals", "value": 1}}' })],
])('is refused by the name of what is wrong: %s', async (displayName, parameters) => {
	expect(await errorOf(parameters)).toMatchObject({ class: 'invalidInput', message: expect.stringMatching(new RegExp(`^${displayName}: `)) });
});
