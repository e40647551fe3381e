import { z } from 'zod';
import { startBraze, type BrazeSandbox } from './harness';
import { age } from './messaging';

let braze: BrazeSandbox;
beforeAll(async () => {
	braze = await startBraze();
});
beforeEach(() => braze.world.reset());
afterAll(async () => await braze.close());

const sizes = async (id: string, length: number): Promise<number[]> => {
	const { data } = await braze.client().segments.analytics({ segment_id: id, length });
	return z.array(z.object({ time: z.string().regex(/^\d{4}-\d{2}-\d{2}$/), size: z.number() })).parse(data).map(({ size }) => size);
};
const track = async (external_id: string, franchise: string | null) => await braze.call('POST', '/users/track', { attributes: [{ external_id, franchise }] });

describe('GET /segments/list', () => {
	it('lists them oldest first, without archived ones', async () => {
		const { segments, message } = await braze.client().segments.list();
		expect(message).toBe('success');
		expect(segments).toEqual([
			{ id: 'segment-berlin', name: 'Franchise Berlin', analytics_tracking_enabled: true, tags: ['franchise'] },
			{ id: 'segment-lyon', name: 'Franchise Lyon', analytics_tracking_enabled: true, tags: ['franchise'] },
			{ id: 'segment-oslo', name: 'Franchise Oslo', analytics_tracking_enabled: true, tags: ['franchise'] },
			{ id: 'segment-all-guests', name: 'All guests', analytics_tracking_enabled: false, tags: ['franchise'] },
			{ id: 'segment-messenger', name: 'Messenger subscribers', analytics_tracking_enabled: true, tags: ['messenger'] },
		]);
		expect((await braze.client().segments.list({ page: 1 })).segments).toEqual([]);
		expect((await braze.call('GET', '/segments/list?page=-1')).status).toBe(400);
	});
});

describe('GET /segments/details', () => {
	it('tells the filters and the marketer’s words apart', async () => {
		expect(await braze.client().segments.details({ segment_id: 'segment-lyon' })).toMatchObject({
			message: 'success',
			name: 'Franchise Lyon',
			description: 'Custom Attribute franchise equals "lyon"',
			text_description: 'Guests of the restaurant in Lyon',
			tags: ['franchise'],
			teams: [],
		});
		await expect(braze.client().segments.details({ segment_id: 'x' })).rejects.toMatchObject({ status: 400 });
	});
});

describe('GET /segments/data_series', () => {
	it('grows as people signed up', async () => {
		expect(await sizes('segment-berlin', 50)).toEqual([...Array<number>(9).fill(0), ...Array<number>(15).fill(1), ...Array<number>(13).fill(2), ...Array<number>(9).fill(3), ...Array<number>(4).fill(4)]);
	});

	it('keeps what each day was like', async () => {
		await track('cust-42', 'berlin');
		expect((await sizes('segment-berlin', 1))).toEqual([5]);
		await age(braze, 1);
		await track('cust-42', null);
		await track('guest-01', 'lyon');
		expect(await sizes('segment-berlin', 2)).toEqual([5, 3]);
		await age(braze, 2);
		expect(await sizes('segment-berlin', 4)).toEqual([5, 3, 3, 3]);
		expect((await sizes('segment-lyon', 1))).toEqual([5]);
	});

	it('has none where analytics tracking is off', async () => {
		expect(await braze.call('GET', '/segments/data_series?segment_id=segment-all-guests&length=1')).toMatchObject({ status: 400, body: { message: 'Analytics tracking is not enabled for this segment' } });
	});

	it.each(['length=0', 'length=101', '', 'length=1&ending_at=later'])('refuses %s', async (query) => {
		expect((await braze.call('GET', `/segments/data_series?segment_id=segment-berlin&${query}`)).status).toBe(400);
	});
});
