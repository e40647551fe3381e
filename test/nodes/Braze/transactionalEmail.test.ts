import type { INodeParameters } from 'n8n-workflow';
import { closedNetwork, RESET } from '../../support/network';
import { api, assignments, CONTINUE, runBraze } from './braze';

jest.mock('n8n-workflow', () => jest.requireActual<typeof import('../../support/quickSleep')>('../../support/quickSleep').quick);
closedNetwork();

const PATH = '/transactional/v1/campaigns/c1/send';
const SEND: INodeParameters = { resource: 'transactionalEmail', operation: 'send', campaignId: 'c1', externalSendId: 'order-1042', userId: 'cust-42' };
const SENT = { dispatch_id: 'd1', status: 'sent', metadata: { external_send_id: 'order-1042' } };
const BODY = { external_send_id: 'order-1042', recipient: { external_user_id: 'cust-42' } };
const errorOf = async (parameters: INodeParameters) => (await runBraze(parameters, [{}], CONTINUE)).main[1][0].json.error;

it('sends to one person, under the item\'s own key', async () => {
	api()
		.post(PATH, { external_send_id: 'order-1042', trigger_properties: { order: '1042' }, recipient: { user_alias: { alias_name: 'ada', alias_label: 'app' }, attributes: { city: 'Paris' } } })
		.reply(201, SENT);
	const { main } = await runBraze({ ...SEND, identifyBy: 'user_alias', userId: 'ada', aliasLabel: 'app', triggerProperties: assignments({ order: ['string', '1042'] }), attributes: assignments({ city: ['string', 'Paris'] }) });
	expect(main[0][0].json).toEqual({ userId: 'ada', identifiedBy: 'user_alias', externalSendId: 'order-1042', ...SENT });
});

it('is sent again after a lost connection and a 500: the key keeps it from going out twice', async () => {
	api().post(PATH, BODY).replyWithError(RESET).post(PATH, BODY).reply(500).post(PATH, BODY).reply(201, SENT);
	expect((await runBraze(SEND)).main[0][0].json).toMatchObject({ dispatch_id: 'd1' });
});

it.each([
	['The external reference has been queued.  Please retry to obtain send_id.', 'conflict'],
	['The campaign is paused. Resume the campaign in order for trigger requests to take effect.', 'policy'],
	['Campaign does not exist', 'notFound'],
	['The campaign is not a transactional campaign. Only transactional campaigns may use this endpoint', 'invalidInput'],
	['Invalid whitelisted IPs', 'forbidden'],
])('"%s" is told as %s', async (message, failureClass) => {
	api().post(PATH).reply(400, { message });
	expect(await errorOf(SEND)).toMatchObject({ class: failureClass });
});

it('names the permission that the key lacks', async () => {
	api().post(PATH).reply(403, { message: 'You do not have permission to access this resource' });
	expect(await errorOf(SEND)).toMatchObject({ class: 'forbidden', fix: expect.stringContaining('"transactional.send"') });
});

it('a key that Braze does not take is refused before the call', async () => {
	expect(await errorOf({ ...SEND, externalSendId: 'order 1042' })).toMatchObject({ class: 'invalidInput', message: expect.stringMatching(/^External Send ID: /) });
});
