import { conversionsOf } from '../../../sandbox/braze/figures/conversions';
import { startBraze, type BrazeSandbox } from './harness';

let braze: BrazeSandbox;
beforeAll(async () => {
	braze = await startBraze();
});
beforeEach(() => braze.world.reset());
afterAll(async () => await braze.close());

const CONVERSION = { event: 'Order notification', properties: { status: 'READ' }, withinMs: 60_000 };

const profile = (events: Array<{ name: string; time: number; status?: string }>) => ({ events: events.map(({ name, time, status }) => ({ name, time, properties: status === undefined ? {} : { status } })) });
type Messages = Parameters<typeof conversionsOf>[1];
const message = (at: number, events: Parameters<typeof profile>[0], result = 'delivered') => [{ at, profile: profile(events), result }] as unknown as Messages;

const READ = { name: 'Order notification', status: 'READ' };

it.each([
	['such an event within the deadline counts', [{ ...READ, time: 10_000 }], 1],
	['twice is once', [{ ...READ, time: 10_000 }, { ...READ, time: 20_000 }], 1],
	['after the deadline it is too late', [{ ...READ, time: 65_001 }], 0],
	['before the message it is somebody else\'s doing', [{ ...READ, time: 3_999 }], 0],
	['another value of the property is another event', [{ name: 'Order notification', status: 'SENT', time: 10_000 }], 0],
	['another name too', [{ name: 'Other', status: 'READ', time: 10_000 }], 0],
])('%s', (_, events, count) => {
	expect(conversionsOf(CONVERSION, message(5_000, events))).toHaveLength(count);
});

it('without a conversion event, and for a message that did not arrive, there is none', () => {
	expect(conversionsOf(undefined, message(5_000, [{ ...READ, time: 10_000 }]))).toEqual([]);
	expect(conversionsOf(CONVERSION, message(5_000, [{ ...READ, time: 10_000 }], 'failed'))).toEqual([]);
});

it('is chosen by the marketer, and its conversions stand in the campaign\'s figures', async () => {
	const settings = '/braze/campaigns/campaign-agent-reply';
	const figures = async () => (await braze.call('GET', '/campaigns/data_series?campaign_id=campaign-agent-reply&length=1')).body.data;
	const track = async (status: string) => await braze.call('POST', '/users/track', { events: [{ name: 'Order notification', external_id: 'cust-42', time: new Date().toISOString(), properties: { status } }] });
	expect(await braze.control('POST', settings, { conversion: { event: '' } })).toMatchObject({ status: 400 });
	expect(await braze.control('POST', settings, { conversion: { event: 'Order notification', properties: { status: 'READ' } } })).toMatchObject({ status: 200 });
	await braze.call('POST', '/campaigns/trigger/send', { campaign_id: 'campaign-agent-reply', recipients: [{ external_user_id: 'cust-42' }] });
	await track('SENT');
	expect(await figures()).toMatchObject([{ conversions: 0, conversions_by_send_time: 0, unique_recipients: 1 }]);
	await track('READ');
	await track('READ');
	expect(await figures()).toMatchObject([{ conversions: 1, conversions_by_send_time: 1 }]);
	await braze.control('POST', settings, { conversion: null });
	expect(await figures()).toMatchObject([{ conversions: 0 }]);
});
