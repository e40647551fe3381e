import { z } from 'zod';
import { startBraze, type BrazeSandbox } from './harness';
import { act, age, inboxOf, inSeconds, sent } from './messaging';

let braze: BrazeSandbox;
beforeAll(async () => {
	braze = await startBraze();
});
beforeEach(() => braze.world.reset());
afterAll(async () => await braze.close());

const trigger = async (body: object) => await braze.call('POST', '/canvas/trigger/send', body);
const get = async (path: string, query: Record<string, string> = {}) => await braze.call('GET', `${path}?${new URLSearchParams(query).toString()}`);
const now = () => new Date().toISOString();

/** Of the guests only guest-04 falls into the control group: its random bucket ends with 80 to 99. */
const CANVAS = 'canvas-welcome';

describe('POST /canvas/trigger/send', () => {
	it('lets people in: the message of their variant, with the context of the call and their own', async () => {
		const answer = await trigger({
			canvas_id: CANVAS,
			context: { restaurant: 'Berlin' },
			recipients: [{ external_user_id: 'guest-01' }, { external_user_id: 'guest-02', context: { restaurant: 'Mitte' } }],
		});
		expect(answer).toMatchObject({ status: 201, body: { message: 'success', dispatch_id: expect.any(String) } });
		expect(answer.body.notice).toBeUndefined();
		await sent(braze, 2);
		expect(await inboxOf(braze, 'guest-01')).toMatchObject([{ subject: 'Welcome to Berlin', canvas_id: CANVAS, text: expect.stringContaining('Hello Lena') }]);
		expect((await inboxOf(braze, 'guest-02'))[0].subject).toBe('Welcome to Mitte');
	});

	it('takes the old name of the context', async () => {
		await trigger({ canvas_id: CANVAS, canvas_entry_properties: { restaurant: 'Lyon' }, recipients: [{ external_user_id: 'guest-05', canvas_entry_properties: {} }] });
		await sent(braze, 1);
		expect((await inboxOf(braze, 'guest-05'))[0].subject).toBe('Welcome to Lyon');
	});

	it('a control group gets nothing and is counted all the same', async () => {
		await trigger({ canvas_id: CANVAS, broadcast: true, audience: { custom_attribute: { custom_attribute_name: 'franchise', comparison: 'exists' } } });
		await braze.call('POST', '/messages/send', { external_user_ids: ['guest-01'], messages: { content_card: { type: 'CLASSIC', title: 'last', description: 'd', time_to_live: 60 } } });
		await braze.event(({ summary }) => summary.includes('last'));
		const { body } = await get('/canvas/data_summary', { canvas_id: CANVAS, ending_at: now(), length: '1', include_variant_breakdown: 'true' });
		const { total_stats: total, variant_stats: variants } = z
			.object({ total_stats: z.object({ entries: z.number() }), variant_stats: z.record(z.object({ entries: z.number() })) })
			.parse(body.data);
		expect(total.entries).toBe(12);
		expect(variants['canvas-welcome-variant-1'].entries).toBe(11);
		expect(variants['canvas-welcome-control'].entries).toBe(1);
		await braze.call('POST', '/users/track', { attributes: [{ external_id: 'guest-04', email_subscribe: 'opted_in' }] });
		await trigger({ canvas_id: CANVAS, recipients: [{ external_user_id: 'guest-04' }, { external_user_id: 'guest-03' }] });
		await braze.event(({ summary }) => summary.includes('guest-03 (Welcome'));
		expect(await inboxOf(braze, 'guest-04')).toEqual([]);
	});

	it.each([
		['canvas-win-back', 'The Canvas is paused. Resume the Canvas to ensure trigger requests will take effect.'],
		['canvas-opening', 'The Canvas is archived. Unarchive the Canvas to ensure trigger requests will take effect.'],
	])('%s answers success with a notice, sends nothing and writes no attributes', async (id, notice) => {
		const answer = await trigger({ canvas_id: id, recipients: [{ external_user_id: 'guest-01', attributes: { visits: 99 } }] });
		expect(answer).toMatchObject({ status: 201, body: { notice, message: 'success' } });
		expect((await braze.truth('guest-01')).custom_attributes.visits).toBe(0);
		expect(await inboxOf(braze, 'guest-01')).toEqual([]);
	});

	it('once resumed it runs', async () => {
		await braze.control('POST', '/braze/canvases/canvas-win-back', { status: 'active' });
		expect((await trigger({ canvas_id: 'canvas-win-back', recipients: [{ external_user_id: 'guest-01' }] })).body.notice).toBeUndefined();
		await sent(braze, 1);
	});

	it.each([
		['an unknown Canvas', { canvas_id: 'x', recipients: [{ external_user_id: 'guest-01' }] }, 'Invalid Canvas ID'],
		['a Canvas that nobody can trigger', { canvas_id: 'canvas-monthly-news', recipients: [{ external_user_id: 'guest-01' }] }, 'Invalid Canvas ID'],
		['nobody', { canvas_id: CANVAS }, 'No Recipients'],
		['broadcast and recipients', { canvas_id: CANVAS, broadcast: true, recipients: [] }, 'broadcast and recipients exclude each other'],
		['51 recipients', { canvas_id: CANVAS, recipients: Array.from({ length: 51 }, () => ({ external_user_id: 'x' })) }, 'The max number of ids per request was exceeded'],
		['a context above 50 KB', { canvas_id: CANVAS, recipients: [{ external_user_id: 'x', context: { a: 'a'.repeat(52_000) } }] }, 'Trigger properties exceed 50 KB'],
	])('refuses %s', async (_, body, message) => {
		expect(await trigger(body)).toMatchObject({ status: 400, body: { message } });
	});
});

describe('a scheduled trigger', () => {
	const call = async (verb: string, body: object) => await braze.call('POST', `/canvas/trigger/schedule/${verb}`, body);
	const create = async () => await call('create', { canvas_id: CANVAS, recipients: [{ external_user_id: 'guest-01' }], schedule: { time: inSeconds(3_600) } });

	it('is made, moved and fires', async () => {
		const { body } = await create();
		expect(body).toMatchObject({ message: 'success', dispatch_id: expect.any(String), schedule_id: expect.any(String) });
		expect((await call('update', { canvas_id: CANVAS, schedule_id: body.schedule_id, schedule: { time: inSeconds(3 * 86_400) } })).status).toBe(201);
		await age(braze, 2);
		expect(await inboxOf(braze, 'guest-01')).toEqual([]);
		await age(braze, 2);
		await sent(braze, 1);
		expect((await call('delete', { canvas_id: CANVAS, schedule_id: body.schedule_id })).status).toBe(400);
	});

	it('is withdrawn', async () => {
		const { body } = await create();
		expect((await call('delete', { canvas_id: CANVAS, schedule_id: body.schedule_id })).status).toBe(201);
		await age(braze, 1);
		expect(await inboxOf(braze, 'guest-01')).toEqual([]);
	});
});

describe('GET /canvas/list and /canvas/details', () => {
	it('lists stopped ones, and archived ones on request', async () => {
		const ids = async (query: Record<string, string> = {}) => z.array(z.object({ id: z.string() })).parse((await get('/canvas/list', query)).body.canvases).map(({ id }) => id);
		expect(await ids()).toEqual(['canvas-welcome', 'canvas-win-back', 'canvas-monthly-news']);
		expect(await ids({ include_archived: 'true', sort_direction: 'desc' })).toHaveLength(4);
		expect(await ids({ page: '1' })).toEqual([]);
	});

	it('shows variants, steps and their messages', async () => {
		expect((await get('/canvas/details', { canvas_id: CANVAS })).body).toMatchObject({
			message: 'success',
			name: 'Welcome to a franchise',
			schedule_type: 'api_triggered',
			archived: false,
			channels: ['email'],
			variants: [{ id: 'canvas-welcome-variant-1', first_step_ids: ['canvas-welcome-step'] }, { id: 'canvas-welcome-control', first_step_ids: [] }],
			steps: [{ id: 'canvas-welcome-step', channels: ['email'], messages: { 'canvas-welcome-message': { channel: 'email', from: 'Acme Pizza <hello@acme.example>' } } }],
		});
		expect((await get('/canvas/details', { canvas_id: 'x' })).status).toBe(400);
	});
});

describe('GET /canvas/data_series and /canvas/data_summary', () => {
	const enter = async () => {
		await trigger({ canvas_id: CANVAS, recipients: [{ external_user_id: 'guest-01' }] });
		await sent(braze, 1);
	};

	it('follow entries and messages by day', async () => {
		await enter();
		await age(braze, 1);
		await act(braze, 'guest-01', (await inboxOf(braze, 'guest-01'))[0].id, 'open');
		const { body } = await get('/canvas/data_series', { canvas_id: CANVAS, ending_at: now(), length: '2', include_step_breakdown: 'true' });
		expect(body).toMatchObject({
			message: 'success',
			data: {
				name: 'Welcome to a franchise',
				stats: [
					{ total_stats: { entries: 1 }, step_stats: { 'canvas-welcome-step': { messages: { email: [{ sent: 1, opens: 0 }] } } } },
					{ total_stats: { entries: 0 }, step_stats: { 'canvas-welcome-step': { messages: { email: [{ sent: 0, opens: 1 }] } } } },
				],
			},
		});
		expect((await get('/canvas/data_summary', { canvas_id: CANVAS, ending_at: now(), length: '2', include_step_breakdown: 'true' })).body).toMatchObject({
			data: { total_stats: { entries: 1 }, step_stats: { 'canvas-welcome-step': { messages: { email: [{ sent: 1, opens: 1 }] } } } },
		});
	});

	it('leave the breakdowns out unless asked', async () => {
		const { body } = await get('/canvas/data_summary', { canvas_id: CANVAS, ending_at: now(), length: '1' });
		expect(Object.keys(z.record(z.unknown()).parse(body.data))).toEqual(['name', 'total_stats']);
	});

	it('starting_at serves as well as length', async () => {
		const { body } = await get('/canvas/data_series', { canvas_id: CANVAS, ending_at: '2026-03-10T00:00:00Z', starting_at: '2026-03-08T12:00:00Z' });
		expect(body).toMatchObject({ data: { stats: [{ time: '2026-03-08' }, { time: '2026-03-09' }, { time: '2026-03-10' }] } });
	});

	it.each<[string, Record<string, string>]>([
		['no ending_at', { length: '3' }],
		['neither length nor starting_at', { ending_at: '2026-03-10T00:00:00Z' }],
		['15 days', { ending_at: '2026-03-10T00:00:00Z', length: '15' }],
		['15 days by starting_at', { ending_at: '2026-03-20T00:00:00Z', starting_at: '2026-03-06T00:00:00Z' }],
	])('refuse %s', async (_, query) => {
		expect((await get('/canvas/data_series', { canvas_id: CANVAS, ...query })).status).toBe(400);
	});
});

describe('GET /canvas/url_info/details', () => {
	it('lists the links of a step with ids, and one of them on request', async () => {
		const query = { canvas_step_id: 'canvas-welcome-step', message_variation_id: 'canvas-welcome-message' };
		const { body } = await get('/canvas/url_info/details', query);
		const [link] = z.array(z.object({ link_URL: z.string(), link_id: z.string(), link_alias: z.string() })).parse(body.link_data);
		expect(link.link_URL).toBe(`https://acme.example/menu?lid=${link.link_id}`);
		expect((await get('/canvas/url_info/details', { ...query, includes_link_id: 'x' })).body.link_data).toEqual([]);
		expect((await get('/canvas/url_info/details', { ...query, message_variation_id: 'x' })).body.message).toBe('Missing/Invalid Message Variant ID');
	});
});

describe('POST /canvas/duplicate', () => {
	it('makes a draft without entries', async () => {
		await trigger({ canvas_id: CANVAS, recipients: [{ external_user_id: 'guest-01' }] });
		expect(await braze.call('POST', '/canvas/duplicate', { canvas_id: CANVAS, name: 'Copy' })).toMatchObject({ status: 202, body: { message: 'success' } });
		const list = z.array(z.object({ id: z.string(), name: z.string() })).parse((await get('/canvas/list')).body.canvases);
		const copy = list.find(({ name }) => name === 'Copy');
		expect((await get('/canvas/details', { canvas_id: copy?.id ?? '' })).body).toMatchObject({ draft: true, first_entry: null, description: 'Somebody signed up in a restaurant.' });
		expect((await braze.call('POST', '/canvas/duplicate', { canvas_id: 'x', name: 'Copy' })).status).toBe(400);
	});
});
