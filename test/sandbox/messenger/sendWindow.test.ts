import { RULES } from '../../../sandbox/messenger/rules';
import { ADA, DAY, EDSGER_10_DAYS, GRACE_3_DAYS, HOUR, MARY_NEVER, startMessenger, type Messenger } from './harness';

let messenger: Messenger;
beforeAll(async () => {
	messenger = await startMessenger();
});
beforeEach(async () => await messenger.reset());
afterAll(async () => await messenger.close());

const OUTSIDE = { code: 10, error_subcode: 2018278 };
const HUMAN = { messaging_type: 'MESSAGE_TAG', tag: 'HUMAN_AGENT' };

/** Whether a plain answer would pass now. */
const open = async (psid: string): Promise<boolean> => (await messenger.send(psid)).status === 200;

describe('24 hours', () => {
	it.each(['RESPONSE', 'UPDATE'])('%s: until they are over, as the world ages', async (type) => {
		await messenger.age(23 * HOUR - 60);
		expect((await messenger.send(ADA, 'x', { messaging_type: type })).status).toBe(200);
		expect(messenger.lastRule()).toEqual(RULES.standardWindow);
		await messenger.age(120);
		expect((await messenger.send(ADA, 'x', { messaging_type: type })).body.error).toMatchObject(OUTSIDE);
		expect(messenger.lastRule()).toEqual(RULES.standardWindow);
		expect((await messenger.chat(ADA)).length).toBe(2);
	});

	it.each([GRACE_3_DAYS, EDSGER_10_DAYS, MARY_NEVER])('closed for %s', async (psid) => {
		expect((await messenger.send(psid)).body.error).toMatchObject(OUTSIDE);
	});

	it.each([
		['messages', { text: 'Hi' }],
		['postbacks', { title: 'Buy', payload: 'BUY' }],
		['referrals', { ref: 'summer' }],
		['reactions', undefined],
		['comments', { text: 'Nice' }],
		['comments', { text: 'Nice', visitorPost: true }],
		['optins', { ref: 'signup' }],
	])('%s %j open them', async (what, body) => {
		expect(await open(GRACE_3_DAYS)).toBe(false);
		const [{ mid }] = await messenger.chat(GRACE_3_DAYS);
		await messenger.person(GRACE_3_DAYS, what, body ?? { mid, emoji: '👍' });
		expect(await open(GRACE_3_DAYS)).toBe(true);
	});

	it.each([
		['optins', { type: 'notification_messages' }],
		['reads', {}],
		['referrals', { ref: 'ad', source: 'ADS', adId: '1' }],
		['inbox', { text: 'a human answers' }],
	])('%s %j do not', async (what, body) => {
		await messenger.person(GRACE_3_DAYS, what, body);
		expect(await open(GRACE_3_DAYS)).toBe(false);
	});

	it('a message of our own does not', async () => {
		expect((await messenger.send(GRACE_3_DAYS, 'x', HUMAN)).status).toBe(200);
		expect(await open(GRACE_3_DAYS)).toBe(false);
	});

	it('are told to the control', async () => {
		const { lastInboundAt, windowEndsAt, humanAgentEndsAt } = (await messenger.control<Record<string, string>>('GET', `/messenger/persons/${ADA}`)).body;
		expect(Date.parse(windowEndsAt) - Date.parse(lastInboundAt)).toBe(DAY * 1000);
		expect(Date.parse(humanAgentEndsAt) - Date.parse(lastInboundAt)).toBe(7 * DAY * 1000);
		expect((await messenger.control('GET', `/messenger/persons/${MARY_NEVER}`)).body).toMatchObject({ lastInboundAt: null, windowEndsAt: null });
	});
});

describe('HUMAN_AGENT', () => {
	it('passes until 7 days are over', async () => {
		expect((await messenger.send(GRACE_3_DAYS, 'x', HUMAN)).status).toBe(200);
		expect(messenger.lastRule()).toEqual(RULES.humanAgent);
		await messenger.age(4 * DAY - 60);
		expect((await messenger.send(GRACE_3_DAYS, 'x', HUMAN)).status).toBe(200);
		await messenger.age(120);
		expect((await messenger.send(GRACE_3_DAYS, 'x', HUMAN)).body.error).toMatchObject(OUTSIDE);
		expect((await messenger.send(EDSGER_10_DAYS, 'x', HUMAN)).body.error).toMatchObject(OUTSIDE);
	});

	it('passes within 24 hours too', async () => {
		expect((await messenger.send(ADA, 'x', HUMAN)).status).toBe(200);
		expect((await messenger.chat(ADA)).at(-1)).toMatchObject({ messagingType: 'MESSAGE_TAG', tag: 'HUMAN_AGENT' });
	});

	it('needs the reviewed feature', async () => {
		await messenger.control('POST', '/messenger/app', { humanAgent: false });
		const { error } = (await messenger.send(GRACE_3_DAYS, 'x', HUMAN)).body;
		expect(error).toMatchObject({ code: 10, message: expect.stringContaining('Human Agent') });
		expect(error).not.toHaveProperty('error_subcode');
	});
});

describe('other tags', () => {
	it.each(['CONFIRMED_EVENT_UPDATE', 'ACCOUNT_UPDATE', 'POST_PURCHASE_UPDATE'])('%s is dead for every request, window or not', async (tag) => {
		for (const psid of [ADA, GRACE_3_DAYS, '123']) {
			expect((await messenger.send(psid, 'x', { messaging_type: 'MESSAGE_TAG', tag })).body.error).toMatchObject({ code: 100, error_subcode: 1893061 });
		}
		expect(messenger.lastRule()).toEqual(RULES.deadTags);
		expect((await messenger.chat(ADA)).length).toBe(1);
	});

	it.each(['SHIPPING_UPDATE', 'ISSUE_RESOLUTION', 'MADE_UP'])('%s is refused', async (tag) => {
		expect((await messenger.send(ADA, 'x', { messaging_type: 'MESSAGE_TAG', tag })).body.error?.code).toBe(100);
		expect(messenger.lastRule()).toEqual(RULES.ancientTags);
	});

	it('NON_PROMOTIONAL_SUBSCRIPTION is for news Pages', async () => {
		expect((await messenger.send(ADA, 'x', { messaging_type: 'MESSAGE_TAG', tag: 'NON_PROMOTIONAL_SUBSCRIPTION' })).body.error?.code).toBe(10);
	});

	it('MESSAGE_TAG without a tag is refused', async () => {
		expect((await messenger.send(ADA, 'x', { messaging_type: 'MESSAGE_TAG' })).body.error?.code).toBe(100);
		expect(messenger.lastRule()).toEqual(RULES.tagNeeded);
	});

	it('CUSTOMER_FEEDBACK goes with its template, within 7 days', async () => {
		const feedback = { attachment: { type: 'template', payload: { template_type: 'customer_feedback', title: 'How was it?' } } };
		const tag = { messaging_type: 'MESSAGE_TAG', tag: 'CUSTOMER_FEEDBACK' };
		expect((await messenger.send(GRACE_3_DAYS, '', { ...tag, message: feedback })).status).toBe(200);
		expect((await messenger.send(EDSGER_10_DAYS, '', { ...tag, message: feedback })).body.error).toMatchObject(OUTSIDE);
		expect((await messenger.send(GRACE_3_DAYS, 'x', tag)).body.error?.code).toBe(100);
	});
});

test('sender actions do not ask for the window', async () => {
	expect((await messenger.graph('POST', '/me/messages', { recipient: { id: EDSGER_10_DAYS }, sender_action: 'typing_on' })).status).toBe(200);
});
