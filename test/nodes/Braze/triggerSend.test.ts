import { closedNetwork, RESET } from '../../support/network';
import { waits } from '../../support/quickSleep';
import { api, assignments, CONTINUE, recorder, runBraze } from './braze';

jest.mock('n8n-workflow', () => jest.requireActual<typeof import('../../support/quickSleep')>('../../support/quickSleep').quick);
closedNetwork();

const SEND = {
	resource: 'campaign',
	operation: 'triggerSend',
	campaign: { __rl: true, mode: 'id', value: 'camp-1' },
	userId: '={{ $json.id }}',
	triggerProperties: assignments({ msg_body: ['string', '={{ $json.text }}'] }),
};

const OK = { message: 'success', dispatch_id: 'dispatch-9' };

it('sends a campaign to users, with properties and attributes of each', async () => {
	api()
		.post('/campaigns/trigger/send', {
			campaign_id: 'camp-1',
			recipients: [
				{ external_user_id: 'u0', trigger_properties: { msg_body: 'Hi "you" \\ 😀' }, attributes: { zendesk_ticket: '77' } },
				{ external_user_id: 'u1', trigger_properties: { msg_body: 'Ho' }, attributes: { zendesk_ticket: '77' } },
			],
		})
		.reply(201, OK);
	const { main } = await runBraze({ ...SEND, attributes: assignments({ zendesk_ticket: ['string', '77'] }) }, [{ id: 'u0', text: 'Hi "you" \\ 😀' }, { id: 'u1', text: 'Ho' }]);
	expect(main[0].map(({ json }) => json)).toEqual(['u0', 'u1'].map((userId) => ({ accepted: true, dispatchId: 'dispatch-9', campaignId: 'camp-1', userId })));
});

it('sends to a Braze ID or an alias, creates users and groups under a send ID where asked to', async () => {
	api()
		.post('/campaigns/trigger/send', { campaign_id: 'camp-1', send_id: 's1', recipients: [{ braze_id: 'b', trigger_properties: { msg_body: 'x' }, attributes: { plan: 'gold' }, send_to_existing_only: false }] })
		.reply(201, OK);
	await runBraze({ ...SEND, identifyBy: 'braze_id', attributes: assignments({ plan: ['string', 'gold'] }), more: { createUser: true, sendId: 's1' } }, [{ id: 'b', text: 'x' }]);
	api().post('/campaigns/trigger/send', { campaign_id: 'camp-1', recipients: [{ user_alias: { alias_name: 'n', alias_label: 'l' }, trigger_properties: { msg_body: 'x' } }] }).reply(201, OK);
	await runBraze({ ...SEND, identifyBy: 'user_alias', aliasLabel: 'l' }, [{ id: 'n', text: 'x' }]);
});

const messagesOf = ({ recipients }: Record<string, unknown>): string[] =>
	(recipients as Array<{ external_user_id: string; trigger_properties: { msg_body: string } }>).map((one) => `${one.external_user_id}:${one.trigger_properties.msg_body}`);

it('two messages for one user go in different calls, in their order: Braze would send only one of them', async () => {
	const { bodies, keep } = recorder();
	api().post('/campaigns/trigger/send', keep).times(3).reply(201, OK);
	const { main } = await runBraze(SEND, [{ id: 'u0', text: '1' }, { id: 'u0', text: '2' }, { id: 'u1', text: '1' }, { id: 'u0', text: '3' }]);
	expect(bodies.map(messagesOf)).toEqual([['u0:1', 'u1:1'], ['u0:2'], ['u0:3']]);
	expect(main[0]).toHaveLength(4);
});

it('50 recipients a call, and other campaigns in calls of their own', async () => {
	const { bodies, keep } = recorder();
	api().post('/campaigns/trigger/send', keep).times(3).reply(201, OK);
	const items = Array.from({ length: 60 }, (_, index) => ({ id: `u${index}`, text: 'x', campaign: index === 7 ? 'camp-2' : 'camp-1' }));
	await runBraze({ ...SEND, campaign: { __rl: true, mode: 'id', value: '={{ $json.campaign }}' } }, items);
	expect(bodies.map((body) => [body.campaign_id, messagesOf(body).length])).toEqual([['camp-1', 50], ['camp-2', 1], ['camp-1', 9]]);
});

describe('safety', () => {
	it.each([502, 503])('%i reached nobody, so the call goes out again', async (status) => {
		api().post('/campaigns/trigger/send').reply(status).post('/campaigns/trigger/send').reply(201, OK);
		expect((await runBraze(SEND, [{ id: 'u0', text: 'x' }])).error).toBeUndefined();
	});

	it.each([500, 504])('%i is unknown for each of its items, and nothing is sent again', async (status) => {
		api().post('/campaigns/trigger/send').reply(status);
		const { main } = await runBraze(SEND, [{ id: 'u0', text: 'x' }, { id: 'u1', text: 'x' }], CONTINUE);
		expect(main[1].map(({ json }) => json.error)).toMatchObject([{ class: 'unknownOutcome', vendor: 'Braze', status }, { class: 'unknownOutcome', status }]);
	});

	it('so is a connection that was lost', async () => {
		api().post('/campaigns/trigger/send').replyWithError(RESET);
		const { main } = await runBraze(SEND, [{ id: 'u0', text: 'x' }], CONTINUE);
		expect(main[1][0].json.error).toMatchObject({ class: 'unknownOutcome', code: 'ECONNRESET' });
	});

	it('429 waits until the window that X-RateLimit-Reset names is over', async () => {
		const reset = Math.floor(Date.now() / 1000) + 20;
		api().post('/campaigns/trigger/send').reply(429, { message: 'rate limited' }, { 'X-RateLimit-Reset': String(reset) }).post('/campaigns/trigger/send').reply(201, OK);
		await runBraze(SEND, [{ id: 'u0', text: 'x' }]);
		expect(waits).toHaveLength(1);
		expect(waits[0]).toBeGreaterThan(17_000);
		expect(waits[0]).toBeLessThanOrEqual(20_000);
	});

	it('minor errors that name nobody are unknown, not accepted', async () => {
		api().post('/campaigns/trigger/send').reply(201, { ...OK, errors: ['One recipient was invalid'] });
		const { main } = await runBraze(SEND, [{ id: 'u0', text: 'x' }, { id: 'u1', text: 'x' }], CONTINUE);
		expect(main[0]).toEqual([]);
		expect(main[1][0].json.error).toMatchObject({ class: 'unknownOutcome', message: expect.stringContaining('One recipient was invalid') });
	});
});

it('an item without a campaign is refused by name, and nothing is sent', async () => {
	const { main } = await runBraze({ ...SEND, campaign: { __rl: true, mode: 'id', value: '={{ $json.none ?? "" }}' } }, [{ id: 'u0', text: 'x' }], CONTINUE);
	expect(main[1][0].json.error).toMatchObject({ class: 'invalidInput', message: expect.stringMatching(/^Campaign: /) });
});
