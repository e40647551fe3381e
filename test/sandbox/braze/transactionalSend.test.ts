import { startBraze, type BrazeSandbox } from './harness';

let braze: BrazeSandbox;
beforeAll(async () => {
	braze = await startBraze();
});
beforeEach(() => braze.world.reset());
afterAll(async () => await braze.close());

const HOUR = 3_600_000;
const send = async (body: object, campaign = 'transactional-order') =>
	await braze.call('POST', `/transactional/v1/campaigns/${campaign}/send`, { trigger_properties: { order: 'A-1' }, recipient: { external_user_id: 'cust-42' }, ...body });
const sent = () => braze.events().filter(({ kind }) => kind === 'sent').map(({ summary }) => summary);
const arrived = async (count: number) => {
	await braze.event(() => sent().length >= count);
	return sent();
};

it('sends one e-mail to one user and answers with its dispatch', async () => {
	const { status, body } = await send({ external_send_id: 'order-1' });
	expect(status).toBe(201);
	expect(body).toMatchObject({ dispatch_id: expect.any(String), status: 'sent', metadata: { external_send_id: 'order-1', campaign_api_id: 'transactional-order' } });
	expect(await arrived(1)).toEqual(['e-mail to cust-42 (Order confirmation): Order A-1']);
});

it('sends once in 24 hours for one external_send_id', async () => {
	const first = await send({ external_send_id: 'order-1' });
	braze.world.age(23 * HOUR);
	const again = await send({ external_send_id: 'order-1', trigger_properties: { order: 'A-2' } });
	expect(again.body.dispatch_id).toBe(first.body.dispatch_id);
	await send({ external_send_id: 'order-2', trigger_properties: { order: 'B-1' } });
	expect(await arrived(2)).toEqual(['e-mail to cust-42 (Order confirmation): Order A-1', 'e-mail to cust-42 (Order confirmation): Order B-1']);
	braze.world.age(2 * HOUR);
	expect((await send({ external_send_id: 'order-1', trigger_properties: { order: 'A-3' } })).body.dispatch_id).not.toBe(first.body.dispatch_id);
	expect((await arrived(3))[2]).toContain('Order A-3');
});

it('sends twice without a key', async () => {
	await send({});
	await send({});
	expect(await arrived(2)).toHaveLength(2);
});

it('reaches the unsubscribed; attributes are written first and make an unknown user', async () => {
	await braze.client().users.track({ attributes: [{ external_id: 'cust-42', email_subscribe: 'unsubscribed' }] });
	await send({});
	await send({ recipient: { external_user_id: 'new-1', attributes: { email: 'new@example.com' } } });
	expect((await arrived(2))[1]).toContain('e-mail to new-1');
	expect((await braze.truth('new-1')).fields.email).toBe('new@example.com');
});

it('accepts an unknown user and sends nothing', async () => {
	expect((await send({ recipient: { external_user_id: 'nobody' } })).status).toBe(201);
	await send({});
	expect(await arrived(1)).toHaveLength(1);
});

it('is not limited', async () => {
	expect((await send({})).headers.get('x-ratelimit-remaining')).toBe('250000');
});

it.each([
	['a list of recipients', { recipient: [{ external_user_id: 'cust-42' }] }],
	['nobody', { recipient: {} }],
	['two identifiers', { recipient: { external_user_id: 'cust-42', user_alias: { alias_name: 'a', alias_label: 'b' } } }],
	['a key with a blank', { external_send_id: 'order 1' }],
	['51 KB of trigger properties', { trigger_properties: { text: 'x'.repeat(51 * 1024) } }],
])('refuses %s', async (_, body) => {
	expect((await send(body)).status).toBe(400);
	expect(sent()).toEqual([]);
});

it.each([
	['nope', 'Campaign does not exist'],
	['campaign-agent-reply', 'The campaign is not a transactional campaign. Only transactional campaigns may use this endpoint'],
	['transactional-paused', 'The campaign is paused. Resume the campaign in order for trigger requests to take effect.'],
	['transactional-archived', 'The campaign is archived. Unarchive the campaign in order for trigger requests to take effect.'],
])('refuses the campaign %s in Braze’s words', async (campaign, message) => {
	expect(await send({}, campaign)).toMatchObject({ status: 400, body: { message } });
});
