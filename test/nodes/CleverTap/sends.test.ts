import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { closedNetwork, RESET } from '../../support/network';
import { api, assignments, failureOf, one, outcomes, recorder } from './cleverTap';

jest.mock('n8n-workflow', () => jest.requireActual<typeof import('../../support/quickSleep')>('../../support/quickSleep').quick);
closedNetwork();

const users = (count: number): IDataObject[] => Array.from({ length: count }, (_, index) => ({ id: `u${index}` }));
const QUEUED = { status: 'success', message: 'Added to queue for processing' };

describe('external trigger', () => {
	const SEND: INodeParameters = { resource: 'externalTrigger', operation: 'send', campaignId: '1750575722', userId: '={{ $json.id }}' };
	const VALUES = { values: assignments({ order_id: ['number', 42], state: ['string', 'shipped'], list: ['array', '[1]'] }) };

	it('users with the same values share a call; values are texts', async () => {
		api().post('/1/send/externaltrigger.json', { to: { identity: ['u0', 'u1'] }, campaign_id: '1750575722', ExternalTrigger: { order_id: '42', state: 'shipped', list: '[1]' } }).reply(200, QUEUED);
		const { good } = await outcomes({ ...SEND, ...VALUES }, users(2));
		expect(good[1]).toEqual({ userId: 'u1', identifiedBy: 'identity', campaignId: '1750575722', accepted: true, answer: { message: 'Added to queue for processing' } });
	});

	it('1,000 users a call; other values, IDs and campaigns in calls of their own', async () => {
		const { bodies, keep } = recorder<{ to: Record<string, string[]> }>();
		api().post('/1/send/externaltrigger.json', (body) => keep(body)).times(5).reply(200, QUEUED);
		const items = [...users(1001), { id: 'x', state: 'late' }, { id: 'y@example.com', by: 'email' }, { id: 'z', campaign: '2' }];
		const { good } = await outcomes({ ...SEND, campaignId: '={{ $json.campaign ?? "1" }}', identifyBy: '={{ $json.by ?? "identity" }}', more: { valuesJson: '={{ { state: $json.state ?? "shipped" } }}' } }, items);
		expect(good).toHaveLength(1004);
		expect(bodies.map(({ to }) => Object.entries(to).map(([kind, ids]) => `${kind} ${ids.length}`).join()).sort()).toEqual(['email 1', 'identity 1', 'identity 1', 'identity 1', 'identity 1000']);
	});

	it('several campaigns go by version 2, with a token where the credential has one', async () => {
		api({ 'x-clevertap-token': 'a-third-secret' }).post('/2/send/externaltrigger.json', { to: { objectId: ['u0'] }, campaign_id_list: ['1', '2'], ExternalTrigger: {} }).reply(200, QUEUED);
		const { good } = await outcomes({ ...SEND, operation: 'sendSeveral', identifyBy: 'objectId', campaignIds: '1, 2' }, users(1), { credential: { externalTriggerToken: 'a-third-secret' } });
		expect(good[0]).toMatchObject({ campaignIds: ['1', '2'], accepted: true });
		expect(Object(await failureOf({ ...SEND, operation: 'sendSeveral', userId: 'u', campaignIds: ' , ' })).message).toBe('Campaign IDs: are missing');
	});

	it('the token goes nowhere else', async () => {
		api().post('/1/send/externaltrigger.json').reply(200, QUEUED);
		await outcomes(SEND, users(1), { credential: { externalTriggerToken: 'a-third-secret' } });
	});

	it('a lost answer is unknown for every user, and nobody gets it twice', async () => {
		api().post('/1/send/externaltrigger.json').replyWithError(RESET);
		const { bad } = await outcomes(SEND, users(3));
		expect(bad.map(({ error }) => Object(error).class)).toEqual(['unknownOutcome', 'unknownOutcome', 'unknownOutcome']);
	});
});

describe('messages to users', () => {
	const message = (operation: string, more: INodeParameters): INodeParameters => ({ resource: 'message', operation, userId: 'u0', ...more });

	it.each<[string, string, INodeParameters, object]>([
		['sendPush', 'push', { pushTitle: 'Hi', pushBody: 'There', more: { json: '{"tag_group": "t"}' } }, { to: { Identity: ['u0'] }, content: { title: 'Hi', body: 'There' }, tag_group: 't' }],
		['sendWebPush', 'webpush', { webPushTitle: 'Hi', webPushBody: 'There', identifyBy: 'objectId' }, { to: { objectId: ['u0'] }, content: { title: 'Hi', body: 'There' } }],
		['sendEmail', 'email', { providerName: 'ses', emailSubject: 'Hi', emailBody: 'There', emailSender: 'Shop', identifyBy: 'email' }, { to: { Email: ['u0'] }, provider_nick_name: 'ses', content: { subject: 'Hi', body: 'There', sender_name: 'Shop' } }],
		['sendSms', 'sms', { providerName: 'twilio', smsBody: 'Hi', more: { lowerCaseKeys: true } }, { to: { identity: ['u0'] }, provider_nick_name: 'twilio', content: { body: 'Hi' } }],
		['sendWhatsApp', 'whatsapp', { providerName: 'wa', whatsAppTemplate: 'order', whatsAppBody: 'Ada', more: { json: '{"message_id": "m1"}' } }, { to: { Identity: ['u0'] }, provider_nick_name: 'wa', content: { template_name: 'order', body: { replacements: ['Ada'] } }, message_id: 'm1' }],
	])('%s', async (operation, path, more, body) => {
		api().post(`/1/send/${path}.json`, body as never).reply(200, QUEUED);
		expect(await one(message(operation, more))).toMatchObject({ userId: 'u0', channel: path, accepted: true });
	});

	it('the same text shares a call, another one does not', async () => {
		const { bodies, keep } = recorder<{ to: { Identity: string[] } }>();
		api().post('/1/send/push.json', (body) => keep(body)).twice().reply(200, QUEUED);
		await outcomes(message('sendPush', { userId: '={{ $json.id }}', pushTitle: 'Hi', pushBody: '={{ $json.id === "u1" ? "you" : "all" }}' }), users(3));
		expect(bodies.map(({ to }) => to.Identity)).toEqual([['u0', 'u2'], ['u1']]);
	});

	it('a lost answer is unknown; the JSON may not say whom', async () => {
		api().post('/1/send/push.json').replyWithError(RESET);
		expect(await failureOf(message('sendPush', { pushTitle: 'Hi', pushBody: 'There' }))).toMatchObject({ class: 'unknownOutcome' });
		expect(Object(await failureOf(message('sendPush', { pushTitle: 'Hi', pushBody: 'There', more: { json: '{"to": {}}' } }))).message).toContain('may not hold "to"');
	});
});
