import { startBraze, type BrazeSandbox } from './harness';

let braze: BrazeSandbox;
beforeAll(async () => {
	braze = await startBraze();
});
beforeEach(() => braze.world.reset());
afterAll(async () => await braze.close());

const APP = 'app-acme-ios';
const START = {
	app_id: APP,
	activity_id: 'match-1',
	activity_attributes_type: 'FootballActivity',
	activity_attributes: { home: 'Chiefs' },
	content_state: { score: 0 },
	notification: { alert: { title: 'Match', body: 'It begins' } },
};
const start = async (body: object) => await braze.call('POST', '/messages/live_activity/start', { ...START, ...body });
const update = async (body: object) => await braze.call('POST', '/messages/live_activity/update', { app_id: APP, activity_id: 'match-1', content_state: { score: 1 }, ...body });
const activity = async (id = 'match-1') => ((await braze.control('GET', '/braze/live-activities')).body.activities as Array<{ activityId: string }>).find(({ activityId }) => activityId === id);

it('starts for users, for a segment and for an audience', async () => {
	expect(await start({ external_user_ids: ['cust-42', 'nobody'] })).toMatchObject({ status: 201, body: { message: 'success' } });
	expect(await activity()).toMatchObject({ startedFor: ['cust-42'], contentState: { score: 0 }, ended: false });
	await start({ activity_id: 'match-2', segment_id: 'segment-oslo' });
	expect(await activity('match-2')).toMatchObject({ startedFor: ['guest-09', 'guest-10', 'guest-11', 'guest-12'] });
	await start({ activity_id: 'match-3', custom_audience: { custom_attribute: { custom_attribute_name: 'favorite_color', comparison: 'equals', value: 'green' } } });
	expect(await activity('match-3')).toMatchObject({ startedFor: ['cust-42'] });
});

it('updates, ends, and leaves an ended one alone', async () => {
	await start({ external_user_ids: ['cust-42'] });
	expect((await update({})).status).toBe(201);
	expect(await activity()).toMatchObject({ contentState: { score: 1 }, ended: false });
	await update({ content_state: { score: 2 }, end_activity: true });
	await update({ content_state: { score: 3 } });
	expect(await activity()).toMatchObject({ contentState: { score: 2 }, ended: true });
	expect((await update({ activity_id: 'live-activity-registered' })).status).toBe(201);
});

it.each([
	['nobody', {}],
	['two ways at once', { external_user_ids: ['cust-42'], segment_id: 'segment-oslo' }],
	['51 users', { external_user_ids: Array.from({ length: 51 }, (_, at) => `x${at}`) }],
	['an unknown app', { app_id: 'nope', external_user_ids: ['cust-42'] }],
	['an alert without a body', { notification: { alert: { title: 'x' } }, external_user_ids: ['cust-42'] }],
	['an unknown segment', { segment_id: 'nope' }],
	['a date that is none', { stale_date: 'soon', external_user_ids: ['cust-42'] }],
])('refuses to start for %s', async (_, body) => {
	expect((await start(body)).status).toBe(400);
	expect(await activity()).toBeUndefined();
});
