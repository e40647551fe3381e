import { RULES } from '../../../sandbox/sendbirdNotifications/rules';
import { ADA, BRAZE, CLEVERTAP, JOERG, MASTER, NOTIFICATIONS, startSendbird, type Sendbird } from '../sendbird/harness';

let sendbird: Sendbird;
beforeAll(async () => {
	sendbird = await startSendbird();
});
beforeEach(async () => await sendbird.reset());
afterAll(async () => await sendbird.close());

const braze = async (body: unknown, name = 'single', token = BRAZE) => await sendbird.notify('POST', `/braze/notifications/${name}`, body, token);
const clevertap = async (body: unknown, name = 'single', token = CLEVERTAP) => await sendbird.notify('POST', `/clevertap/notifications/${name}`, body, token);
const documented = { template: { key: 'order-shipped', variables: { [ADA]: { first_name: 'Ada', order: 'A-7' } } }, targets: [ADA], event_name: 'Sendbird status' };

describe('tokens', () => {
	it.each([CLEVERTAP, MASTER])('Braze’s endpoint refuses %s', async (token) => {
		expect((await braze(documented, 'single', token)).body.code).toBe(403100);
	});

	it('Braze’s endpoint takes the notifications token too, since its page names that one', async () => {
		expect((await braze(documented, 'single', NOTIFICATIONS)).status).toBe(200);
	});

	it.each([BRAZE, NOTIFICATIONS, MASTER])('CleverTap’s endpoint refuses %s', async (token) => {
		expect((await clevertap(documented, 'single', token)).body.code).toBe(403100);
	});
});

describe('the test call of a new CleverTap webhook', () => {
	const test = { is_test: true, targetId: 1234, key_values: { key: 'value' }, profiles: [{ Identity: ADA, Email: 'ada@example.com', push_token: 'token' }] };

	it('is answered 200 and sends nothing', async () => {
		expect((await clevertap(test)).status).toBe(200);
		expect(sendbird.lastRule()).toEqual(RULES.relayTest);
		expect(await sendbird.inbox(ADA)).toEqual([]);
	});

	it('needs the token like any other, and means nothing to Braze’s endpoint', async () => {
		expect((await clevertap(test, 'single', MASTER)).body.code).toBe(403100);
		expect((await braze(test)).status).toBe(400);
	});
});

describe('bodies', () => {
	const text = 'Hi Ada, your order A-7 is on its way.';

	it('as the documented notification', async () => {
		expect((await braze({ ...documented, external_id: 'braze-42' })).status).toBe(200);
		expect(sendbird.lastRule()).toEqual(RULES.relayNotification);
		expect(await sendbird.inbox(ADA)).toMatchObject([{ text, via: 'braze', eventName: 'Sendbird status', espUserId: 'braze-42' }]);
	});

	it.each([
		['snake case', { template_key: 'order-shipped', template_variables: { first_name: 'Ada', order: 'A-7' }, receiver: ADA, event_name: 'E', target_id: 123 }],
		['camel case', { templateKey: 'order-shipped', variables: { first_name: 'Ada', order: 'A-7' }, receiver: ADA, eventName: 'E', targetId: 123 }],
		['a template by its key, a list of receivers', { template: 'order-shipped', variables: { [ADA]: { first_name: 'Ada', order: 'A-7' } }, receivers: [ADA], evtName: 'E', campaign_id: 123 }],
		['variables inside the template', { template: { template_key: 'order-shipped', variables: { first_name: 'Ada', order: 'A-7' } }, user_id: ADA, 'Event name': 'E', target_id: 123 }],
	])('as the builder’s fields: %s', async (_, body) => {
		expect((await clevertap(body)).status).toBe(200);
		expect(sendbird.lastRule()).toEqual(RULES.relayBuilder);
		expect(await sendbird.inbox(ADA)).toMatchObject([{ text, eventName: 'E', targetId: 123 }]);
	});

	it.each([
		['one profile', { Identity: 'ct-42', ProfileData: { SendbirdID: ADA } }],
		['a list of profiles', [{ Identity: 'ct-42', ProfileData: { SendbirdID: ADA } }, { Identity: JOERG, ProfileData: {} }]],
	])('as CleverTap’s own webhook: %s', async (_, profiles) => {
		const many = Array.isArray(profiles);
		expect((await clevertap({ targetId: 123, key_values: { template_key: 'order-shipped', event_name: 'E', variables: { first_name: 'Ada', order: 'A-7' } }, profiles }, 'multi')).status).toBe(200);
		expect(sendbird.lastRule()).toEqual(RULES.relayProfiles);
		await sendbird.event(({ kind, customer }) => kind === 'sent' && customer === (many ? JOERG : ADA));
		expect(await sendbird.inbox(ADA)).toMatchObject([{ text, targetId: 123, eventName: 'E', espUserId: 'ct-42' }]);
		expect(await sendbird.inbox(JOERG)).toHaveLength(many ? 1 : 0);
	});

	it.each([
		['nobody mapped', { ...documented, targets: [''] }, 400105],
		['no template', { receiver: ADA }, 400105],
		['an unknown template', { template_key: 'none', receiver: ADA }, 400201],
		['a stranger', { template_key: 'welcome', receiver: 'nobody' }, 400301],
		['no JSON object', [], 400105],
	])('%s is refused', async (_, body, code) => {
		expect(await braze(body)).toMatchObject({ status: 400, body: { code } });
	});

	it('without an event name is sent, and says that nothing is called back', async () => {
		await braze({ template_key: 'welcome', receiver: ADA });
		expect((await sendbird.note('has no event name')).rule).toEqual(RULES.relayNoEvent);
		expect(await sendbird.inbox(ADA)).toHaveLength(1);
		expect(await sendbird.callbacks()).toEqual([]);
	});
});

describe('single and multi', () => {
	it('single is at once and counts against the plan', async () => {
		await sendbird.sendbird('POST', '/limits', { otherPerSecond: 1 });
		await clevertap(documented);
		expect(await sendbird.inbox(ADA)).toHaveLength(1);
		expect((await clevertap(documented)).status).toBe(429);
	});

	it('multi is queued, for 10,000 at most, and has no limit; the misspelt path is it as well', async () => {
		await sendbird.sendbird('POST', '/limits', { otherPerSecond: 1 });
		await clevertap(documented, 'multi');
		await clevertap(documented, 'mutli');
		await sendbird.event(({ kind, customer }) => kind === 'sent' && customer === ADA);
		expect((await clevertap({ ...documented, targets: Array.from({ length: 10_001 }, (_, index) => `u${index}`) }, 'multi')).body.code).toBe(400111);
		expect((await clevertap({ ...documented, targets: [ADA, 'nobody'] }, 'multi')).status).toBe(200);
		expect((await sendbird.note('left out: nobody')).rule).toEqual(RULES.targetSkipped);
	});

	it('says which path it was and how sure it is', async () => {
		await braze(documented);
		expect((await sendbird.note('braze relay')).rule).toEqual(RULES.relayBraze);
	});
});
