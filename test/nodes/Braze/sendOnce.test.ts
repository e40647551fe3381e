import nock from 'nock';
import { closedNetwork, RESET } from '../../support/network';
import { waits } from '../../support/quickSleep';
import { api, assignments, CONTINUE, runBraze } from './braze';

jest.mock('n8n-workflow', () => jest.requireActual<typeof import('../../support/quickSleep')>('../../support/quickSleep').quick);
closedNetwork();

const ONCE = {
	resource: 'campaign',
	operation: 'sendOnce',
	campaign: { __rl: true, mode: 'id', value: 'camp-1' },
	userId: 'u0',
	messageId: '={{ $json.comment ?? "501" }}',
	triggerProperties: assignments({ msg_body: ['string', 'Hello'] }),
	attributes: assignments({ zendesk_ticket: ['string', '77'] }),
};

/** The profile as `/users/export/ids` gives it, with these markers. */
const profile = (delivered: unknown[] = [], times = 1): nock.Scope =>
	api().post('/users/export/ids', { external_ids: ['u0'], fields_to_export: ['external_id', 'phone', 'custom_attributes'] }).times(times).reply(201, { message: 'success', users: [{ external_id: 'u0', phone: '+15551234567', custom_attributes: { zendesk_delivered: delivered } }] });

const readBack = (delivered: unknown[]): nock.Scope =>
	api().post('/users/export/ids', { external_ids: ['u0'], fields_to_export: ['custom_attributes'] }).reply(201, { message: 'success', users: [{ external_id: 'u0', custom_attributes: { zendesk_delivered: delivered } }] });

const send = () => api().post('/campaigns/trigger/send');

const failureOf = async (parameters = ONCE) => (await runBraze(parameters, [{}], CONTINUE)).main[1][0].json.error;

it('sends, and writes the marker with the very same call', async () => {
	profile(['499', '500']);
	api()
		.post('/campaigns/trigger/send', {
			campaign_id: 'camp-1',
			recipients: [{ external_user_id: 'u0', trigger_properties: { msg_body: 'Hello' }, attributes: { zendesk_ticket: '77', zendesk_delivered: { add: ['501'] } } }],
		})
		.reply(201, { message: 'success', dispatch_id: 'd1' });
	const { main } = await runBraze(ONCE);
	expect(main[0][0].json).toEqual({ messageId: '501', userId: 'u0', campaignId: 'camp-1', action: 'sent', dispatchId: 'd1', proof: 'answered' });
});

describe('what was sent is not sent again', () => {
	it('where the profile holds the marker, as text or number', async () => {
		profile(['500', '501']);
		expect((await runBraze(ONCE)).main[0][0].json).toMatchObject({ action: 'duplicate', messageId: '501' });
		profile([500, 501]);
		expect((await runBraze(ONCE)).main[0][0].json).toMatchObject({ action: 'duplicate' });
	});

	it('where the array is full and the id is older than all it keeps', async () => {
		profile(Array.from({ length: 25 }, (_, index) => String(600 + index)));
		expect((await runBraze(ONCE)).main[0][0].json).toMatchObject({ action: 'duplicate' });
	});

	it('but is sent where the array is not full, or the id is no older', async () => {
		profile(Array.from({ length: 24 }, (_, index) => String(600 + index)));
		send().reply(201, { message: 'success', dispatch_id: 'd' });
		expect((await runBraze(ONCE)).main[0][0].json).toMatchObject({ action: 'sent' });
		profile(Array.from({ length: 25 }, (_, index) => String(400 + index)));
		send().reply(201, { message: 'success', dispatch_id: 'd' });
		expect((await runBraze(ONCE)).main[0][0].json).toMatchObject({ action: 'sent' });
	});

	it('two items with one message: the second sees the first one\'s marker', async () => {
		profile([]);
		send().reply(201, { message: 'success', dispatch_id: 'd' });
		profile(['501']);
		const { main } = await runBraze(ONCE, [{}, {}]);
		expect(main[0].map(({ json }) => json.action)).toEqual(['sent', 'duplicate']);
	});
});

describe('an answer that was lost', () => {
	it.each([['500', 500], ['504', 504]])('%s: the marker on the profile proves that it was sent', async (_, status) => {
		profile();
		send().reply(status);
		readBack([]);
		readBack(['501']);
		const { main } = await runBraze(ONCE);
		expect(main[0][0].json).toMatchObject({ action: 'sent', proof: 'readBack' });
		expect(waits).toHaveLength(2);
	});

	it('no marker after all looks: unknown, and never sent again', async () => {
		profile();
		send().replyWithError(RESET);
		readBack([]);
		readBack([]);
		readBack([]);
		expect(await failureOf()).toMatchObject({ class: 'unknownOutcome', vendor: 'Braze', code: 'ECONNRESET' });
	});

	it('stays unknown where the profile cannot be read: "not sent" would be a lie, and a retry would send it twice', async () => {
		profile();
		send().reply(500);
		api().persist().post('/users/export/ids', { external_ids: ['u0'], fields_to_export: ['custom_attributes'] }).reply(503);
		expect(await failureOf()).toMatchObject({ class: 'unknownOutcome' });
	});

	it('stays unknown where the user is gone at the look', async () => {
		profile();
		send().reply(500);
		api().persist().post('/users/export/ids', { external_ids: ['u0'], fields_to_export: ['custom_attributes'] }).reply(201, { message: 'success', users: [] });
		expect(await failureOf()).toMatchObject({ class: 'unknownOutcome' });
	});

	it('502 and 503 reached nobody: sent again at once', async () => {
		profile();
		send().reply(503).post('/campaigns/trigger/send').reply(201, { message: 'success', dispatch_id: 'd' });
		expect((await runBraze(ONCE)).main[0][0].json).toMatchObject({ action: 'sent', proof: 'answered' });
	});
});

it('an unknown user is gone: nothing is sent', async () => {
	api().post('/users/export/ids').reply(201, { message: 'success', users: [] });
	expect(await failureOf()).toMatchObject({ class: 'recipientGone', message: expect.stringContaining('"u0"') });
});

it('minor errors are unknown, not sent', async () => {
	profile();
	send().reply(201, { message: 'success', dispatch_id: 'd', errors: ['recipient dropped'] });
	expect(await failureOf()).toMatchObject({ class: 'unknownOutcome', message: expect.stringContaining('recipient dropped') });
});

describe('consent', () => {
	const WITH_GROUP = { ...ONCE, more: { subscriptionGroupId: 'group-1' } };
	const status = (value: string) =>
		api().get('/subscription/status/get').query({ subscription_group_id: 'group-1', external_id: 'u0' }).reply(200, { message: 'success', status: { u0: value } });

	it.each(['Unsubscribed', 'unsubscribed'])('%s: opted out, and not sent', async (value) => {
		profile();
		status(value);
		expect(await failureOf(WITH_GROUP)).toMatchObject({ class: 'optedOut', vendor: 'Braze', fix: expect.stringContaining('START') });
	});

	it.each(['Subscribed', 'Unknown'])('%s: sent', async (value) => {
		profile();
		status(value);
		send().reply(201, { message: 'success', dispatch_id: 'd' });
		expect((await runBraze(WITH_GROUP)).main[0][0].json).toMatchObject({ action: 'sent' });
	});

	it('of a user without external id is asked for by the profile\'s phone', async () => {
		api().post('/users/export/ids', ({ braze_id: id }) => id === 'b7').reply(201, { message: 'success', users: [{ braze_id: 'b7', phone: '+15551234567' }] });
		api().get('/subscription/status/get').query({ subscription_group_id: 'group-1', phone: '+15551234567' }).reply(200, { message: 'success', status: { '+15551234567': 'Unsubscribed' } });
		expect(await failureOf({ ...WITH_GROUP, ...{ identifyBy: 'braze_id', userId: 'b7' } })).toMatchObject({ class: 'optedOut' });
	});

	it('that cannot be read stops the send', async () => {
		profile();
		api().get('/subscription/status/get').query(true).reply(403, { message: 'Access Denied' });
		expect(await failureOf(WITH_GROUP)).toMatchObject({ class: 'forbidden', fix: expect.stringContaining('"subscription.status.get"') });
	});
});
