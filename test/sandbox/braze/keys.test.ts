import { PERMISSIONS } from '../../../sandbox/braze/permissions';
import { startBraze, type BrazeSandbox } from './harness';
import { API_CAMPAIGN, email, inSeconds } from './messaging';

let braze: BrazeSandbox;
beforeAll(async () => {
	braze = await startBraze();
});
beforeEach(() => braze.world.reset());
afterAll(async () => await braze.close());

/** What the document of SmarterSends asks for. */
const TEN = [
	'users.track', 'users.export.ids', 'messages.schedule.create', 'messages.schedule.update', 'messages.schedule.delete', 'sends.id.create',
	'segments.list', 'segments.data_series', 'segments.details', 'sends.data_series',
];

const CALLS: Record<string, [string, string, unknown?]> = {
	'users.track': ['POST', '/users/track', { attributes: [{ external_id: 'guest-01', visits: 4 }] }],
	'users.export.ids': ['POST', '/users/export/ids', { external_ids: ['guest-01'], fields_to_export: ['external_id'] }],
	'messages.schedule.create': [
		'POST',
		'/messages/schedule/create',
		{ broadcast: true, segment_id: 'segment-berlin', campaign_id: API_CAMPAIGN, schedule: { time: inSeconds(3600) }, messages: { email: email({ message_variation_id: 'variation-email-berlin' }) } },
	],
	'messages.schedule.update': ['POST', '/messages/schedule/update', { schedule_id: 'nobody', schedule: { time: inSeconds(3600) } }],
	'messages.schedule.delete': ['POST', '/messages/schedule/delete', { schedule_id: 'nobody' }],
	'sends.id.create': ['POST', '/sends/id/create', { campaign_id: API_CAMPAIGN }],
	'segments.list': ['GET', '/segments/list'],
	'segments.data_series': ['GET', '/segments/data_series?segment_id=segment-berlin&length=3'],
	'segments.details': ['GET', '/segments/details?segment_id=segment-berlin'],
	'sends.data_series': ['GET', `/sends/data_series?campaign_id=${API_CAMPAIGN}&send_id=nobody&length=3`],
};

const callWith = async (key: string, permission: string) => {
	const [method, path, body] = CALLS[permission];
	return await braze.call(method, path, body, { Authorization: `Bearer ${key}` });
};

describe('a key with the ten permissions of distributed marketing', () => {
	it('may make each of the ten calls', async () => {
		await braze.control('POST', '/braze/keys', { key: 'ten', permissions: TEN });
		for (const permission of TEN) expect((await callWith('ten', permission)).status).not.toBe(403);
	});

	it.each(TEN)('without %s: Access Denied on that call, the other nine stand', async (missing) => {
		await braze.control('POST', '/braze/keys', { key: 'nine', permissions: TEN.filter((one) => one !== missing) });
		const refused = await callWith('nine', missing);
		expect(refused).toMatchObject({ status: 403, body: { message: 'Access Denied' } });
		expect(braze.events().at(-1)?.rule?.text).toContain(missing);
		for (const permission of TEN.filter((one) => one !== missing)) expect((await callWith('nine', permission)).status).not.toBe(403);
	});

	it('may do nothing else', async () => {
		await braze.control('POST', '/braze/keys', { key: 'ten', permissions: TEN });
		for (const path of ['/campaigns/list', '/canvas/list', '/events/list', '/kpi/dau/data_series?length=1']) {
			expect((await braze.call('GET', path, undefined, { Authorization: 'Bearer ten' })).status).toBe(403);
		}
		expect((await braze.call('POST', '/messages/send', {}, { Authorization: 'Bearer ten' })).status).toBe(403);
	});
});

describe('the allow list of a key', () => {
	const call = async (allowList: string[], permissions: readonly string[] = PERMISSIONS) => {
		const { body } = await braze.control('POST', '/braze/keys', { permissions, allow_list: allowList });
		return await braze.call('GET', '/segments/list', undefined, { Authorization: `Bearer ${String(body.key)}` });
	};

	it.each([[['127.0.0.1']], [['203.0.113.7', '127.0.0.0/8']], [[]]])('%j lets this machine through', async (allowList) => {
		expect((await call(allowList)).status).toBe(200);
	});

	it.each([[['203.0.113.7']], [['203.0.113.0/24', '2001:db8::/32']]])('%j does not: a 403 of its own', async (allowList) => {
		expect(await call(allowList)).toMatchObject({ status: 403, body: { message: 'Invalid whitelisted IPs' } });
	});

	it('is looked at before the permission', async () => {
		expect((await call(['203.0.113.7'], ['users.track'])).body.message).toBe('Invalid whitelisted IPs');
		expect((await call(['127.0.0.1'], ['users.track'])).body.message).toBe('Access Denied');
	});
});

describe('making keys', () => {
	it('names each unknown permission', async () => {
		const answer = await braze.control('POST', '/braze/keys', { permissions: ['users.track', 'users.tracks', 'moon.phase'] });
		expect(answer).toMatchObject({ status: 400, body: { error: 'no such permission: users.tracks, moon.phase' } });
	});

	it('changes no key, seeded or made', async () => {
		expect((await braze.control('POST', '/braze/keys', { key: 'sandbox-braze-key', permissions: [] })).status).toBe(409);
	});

	it('takes addresses and subnets only', async () => {
		expect((await braze.control('POST', '/braze/keys', { permissions: [], allow_list: ['localhost'] })).status).toBe(400);
	});

	it('is forgotten by a reset', async () => {
		await braze.control('POST', '/braze/keys', { key: 'made', permissions: ['segments.list'] });
		braze.world.reset();
		expect((await braze.call('GET', '/segments/list', undefined, { Authorization: 'Bearer made' })).status).toBe(401);
	});
});
