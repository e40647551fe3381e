import { startBraze, type BrazeSandbox } from './harness';

let braze: BrazeSandbox;
beforeAll(async () => {
	braze = await startBraze();
});
beforeEach(() => braze.world.reset());
afterAll(async () => await braze.close());

const day = (offset: number): string => new Date(Date.now() + offset * 24 * 3_600_000).toISOString().slice(0, 10);
const listed = async (query: string) => (await braze.call('GET', `/sms/invalid_phone_numbers?${query}`)).body.sms;
const RANGE = `start_date=${day(-30)}&end_date=${day(1)}`;

it('lists a stretch of time, newest first, by reason and in pages', async () => {
	await braze.control('POST', '/braze/phones', { phone: '+12025550199', reason: 'deactivated' });
	expect(await listed(RANGE)).toMatchObject([
		{ phone: '+12025550199', reason: 'deactivated' },
		{ phone: '+12025550191', reason: 'deactivated' },
		{ phone: '+12025550190', reason: 'provider_error' },
	]);
	expect(await listed(`${RANGE}&reason=provider_error`)).toMatchObject([{ phone: '+12025550190' }]);
	expect(await listed(`${RANGE}&limit=1&offset=1`)).toMatchObject([{ phone: '+12025550191' }]);
});

it('numbers win over dates, with or without the plus', async () => {
	expect(await listed(`phone_numbers[]=12025550190&phone_numbers[]=${encodeURIComponent('+12025550142')}&start_date=${day(0)}&end_date=${day(1)}`)).toMatchObject([{ phone: '+12025550190' }]);
});

it('removes up to 50', async () => {
	expect((await braze.call('POST', '/sms/invalid_phone_numbers/remove', { phone_numbers: ['12025550190', '+12025550142'] })).status).toBe(201);
	expect(await listed(RANGE)).toMatchObject([{ phone: '+12025550191' }]);
	const many = ['+12025550191', ...Array.from({ length: 50 }, (_, at) => `+120255501${at}`)];
	expect((await braze.call('POST', '/sms/invalid_phone_numbers/remove', { phone_numbers: many })).status).toBe(400);
	expect((await braze.call('POST', '/sms/invalid_phone_numbers/remove', { phone_numbers: [] })).status).toBe(400);
	expect(await listed(RANGE)).toHaveLength(1);
});

it.each([['no dates and no numbers', ''], ['half a range', 'start_date=2024-01-01'], ['another reason', `${RANGE}&reason=tired`]])('refuses %s', async (_, query) => {
	expect((await braze.call('GET', `/sms/invalid_phone_numbers?${query}`)).status).toBe(400);
});
