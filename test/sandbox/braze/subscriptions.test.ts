import { GROUP, startBraze, type BrazeSandbox } from './harness';

let braze: BrazeSandbox;
beforeAll(async () => {
	braze = await startBraze();
});
beforeEach(() => braze.world.reset());
afterAll(async () => await braze.close());

const status = async (by: object) => (await braze.client().subscription.status.get({ subscription_group_id: GROUP, ...by }) as unknown as { status: unknown }).status;

describe('reading', () => {
	it('says Subscribed, Unsubscribed or Unknown, one or many', async () => {
		expect(await status({ external_id: 'cust-42' })).toEqual({ 'cust-42': 'Subscribed' });
		expect(await status({ external_id: ['cust-42', 'cust-47', 'nobody'] })).toEqual({ 'cust-42': 'Subscribed', 'cust-47': 'Unsubscribed', nobody: 'Unknown' });
		expect(await status({ phone: '+12025550147' })).toEqual({ '+12025550147': 'Unsubscribed' });
	});

	it('takes the ids alone when a phone is given too', async () => {
		expect(await status({ external_id: 'cust-42', phone: '+12025550147' })).toEqual({ 'cust-42': 'Subscribed' });
	});

	it('lists a user’s groups', async () => {
		const answer = await braze.client().subscription.user.status({ external_id: 'cust-47' });
		expect(answer).toEqual({
			message: 'success',
			total_count: 1,
			users: [
				{
					email: 'edsger@example.com',
					phone: '+12025550147',
					external_id: 'cust-47',
					subscription_groups: [{ id: GROUP, name: 'Support by SMS', channel: 'sms', status: 'Unsubscribed' }],
				},
			],
		});
	});

	it('refuses an unknown group and a question about nobody', async () => {
		expect((await braze.call('GET', '/subscription/status/get?subscription_group_id=x&external_id=cust-42')).status).toBe(400);
		expect((await braze.call('GET', `/subscription/status/get?subscription_group_id=${GROUP}`)).status).toBe(400);
		expect((await braze.call('GET', '/subscription/user/status')).status).toBe(400);
	});
});

describe('writing', () => {
	it('v1 sets by external id', async () => {
		await braze.call('POST', '/subscription/status/set', { subscription_group_id: GROUP, subscription_state: 'unsubscribed', external_id: ['cust-42'] });
		expect(await status({ external_id: 'cust-42' })).toEqual({ 'cust-42': 'Unsubscribed' });
	});

	it('v1 as braze-api sends it', async () => {
		await braze.client().subscription.status.set({ subscription_group_id: GROUP, subscription_state: 'subscribed', external_id: ['cust-47'], phone: ['+12025550147'] });
		expect(await status({ external_id: 'cust-47' })).toEqual({ 'cust-47': 'Subscribed' });
	});

	it('v2 sets by phone, for all profiles that share it', async () => {
		await braze.client().v2.subscription.status.set({ subscription_groups: [{ subscription_group_id: GROUP, subscription_state: 'unsubscribed', phones: ['+12025550145'] }] });
		expect(await status({ external_id: ['cust-45', 'cust-46'] })).toEqual({ 'cust-45': 'Unsubscribed', 'cust-46': 'Unsubscribed' });
	});

	it.each([
		['e-mails and phones together', { emails: ['ada@example.com'], phones: ['+12025550142'] }],
		['51 users', { external_ids: Array.from({ length: 51 }, (_, at) => `c${at}`) }],
		['nobody', {}],
	])('refuses %s and changes nothing', async (_, who) => {
		const answer = await braze.call('POST', '/v2/subscription/status/set', { subscription_groups: [{ subscription_group_id: GROUP, subscription_state: 'unsubscribed', ...who }] });
		expect(answer.status).toBe(400);
		expect(await status({ external_id: 'cust-42' })).toEqual({ 'cust-42': 'Subscribed' });
	});

	it('refuses a state that does not exist', async () => {
		expect((await braze.call('POST', '/subscription/status/set', { subscription_group_id: GROUP, subscription_state: 'opted_in', external_id: 'cust-42' })).status).toBe(400);
	});
});
