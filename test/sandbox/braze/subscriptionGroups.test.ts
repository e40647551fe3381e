import { GROUP, startBraze, type BrazeSandbox } from './harness';

let braze: BrazeSandbox;
beforeAll(async () => {
	braze = await startBraze();
});
beforeEach(() => braze.world.reset());
afterAll(async () => await braze.close());

const NEWSLETTER = 'email-group-newsletter';
const status = async (id: string) => (await braze.call('GET', `/subscription/status/get?subscription_group_id=${NEWSLETTER}&external_id=${id}`)).body.status;
const set = async (...subscription_groups: object[]) => await braze.call('POST', '/v2/subscription/status/set', { subscription_groups });

it('sets both groups in one call, each for its own', async () => {
	const groups = (state: string) => [NEWSLETTER, GROUP].map((id) => ({ subscription_group_id: id, subscription_state: state, external_ids: ['cust-42'] }));
	expect(await status('cust-42')).toEqual({ 'cust-42': 'Unknown' });
	await set(groups('subscribed')[0], groups('unsubscribed')[1]);
	const { body } = await braze.call('GET', '/subscription/user/status?external_id=cust-42');
	expect(body.users).toMatchObject([
		{
			subscription_groups: [
				{ id: GROUP, channel: 'sms', status: 'Unsubscribed' },
				{ id: NEWSLETTER, name: 'Newsletter', channel: 'email', status: 'Subscribed' },
			],
		},
	]);
});

it('an e-mail state belongs to the address: those who share it, and whoever has it later', async () => {
	await braze.client().users.track({ attributes: [{ external_id: 'cust-43', email: 'ada@example.com' }] });
	await set({ subscription_group_id: NEWSLETTER, subscription_state: 'unsubscribed', emails: ['ada@example.com', 'later@example.com'], use_double_opt_in_logic: true });
	expect([await status('cust-42'), await status('cust-43')]).toEqual([{ 'cust-42': 'Unsubscribed' }, { 'cust-43': 'Unsubscribed' }]);
	await braze.client().users.track({ attributes: [{ external_id: 'new-1', email: 'later@example.com' }] });
	expect(await status('new-1')).toEqual({ 'new-1': 'Unsubscribed' });
});

it('v1 takes e-mail addresses too', async () => {
	await braze.call('POST', '/subscription/status/set', { subscription_group_id: NEWSLETTER, subscription_state: 'subscribed', email: 'ada@example.com' });
	expect(await status('cust-42')).toEqual({ 'cust-42': 'Subscribed' });
});

it('attributes may bring it along, and a changed address keeps it', async () => {
	await braze.call('POST', '/users/track', { attributes: [{ external_id: 'cust-42', subscription_groups: [{ subscription_group_id: NEWSLETTER, subscription_state: 'subscribed' }] }] });
	await braze.client().users.track({ attributes: [{ external_id: 'cust-42', email: 'ada@new.example' }] });
	expect(await status('cust-42')).toEqual({ 'cust-42': 'Subscribed' });
});
