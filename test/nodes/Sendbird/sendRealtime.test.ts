import type { IDataObject, INodeParameters } from 'n8n-workflow';
import type nock from 'nock';
import { closedNetwork, RESET } from '../../support/network';
import { all, failureOf, notifications, one, sendbirdError } from './sendbird';

jest.mock('n8n-workflow', () => jest.requireActual<typeof import('../../support/quickSleep')>('../../support/quickSleep').quick);
closedNetwork();

const SEND: INodeParameters = { resource: 'notification', operation: 'sendRealtime', templateKey: { __rl: true, mode: 'id', value: 'order-shipped' }, userId: 'cust-42' };
const names = (values: Record<string, string>): INodeParameters =>
	({ variablesFrom: 'names', variables: { assignments: Object.entries(values).map(([name, value]) => ({ id: name, name, value, type: 'string' })) } }) as unknown as INodeParameters;
/** As n8n's form keeps mapped fields. */
const mapped = (value: IDataObject, mappingMode = 'defineBelow'): INodeParameters =>
	({ variablesFrom: 'template', templateVariables: { mappingMode, value, schema: [{ id: 'order', displayName: 'order', required: false, defaultMatch: false, display: true, type: 'string' }] } }) as unknown as INodeParameters;

const body = (variables?: object, more: object = {}): nock.DataMatcherMap => ({ template: { key: 'order-shipped', ...(variables === undefined ? {} : { variables: { 'cust-42': { ...variables } } }) }, targets: ['cust-42'], mode: 'realtime', ...more });

describe('one target, in real time', () => {
	it('with the variables mapped in the form; what Sendbird answered is kept', async () => {
		notifications().post('/v1/notifications', body({ order: 'A-7' })).matchHeader('content-type', /application\/json/).reply(200, { notification_id: 'n1' });
		expect(await one({ ...SEND, ...mapped({ order: 'A-7' }) })).toEqual({ userId: 'cust-42', templateKey: 'order-shipped', status: 'SENT', answer: { notification_id: 'n1' } });
	});

	it('with the variables of the item itself, those only that the template knows', async () => {
		notifications().post('/v1/notifications', body({ order: 'B-9' })).reply(200, {});
		await all({ ...SEND, ...mapped({}, 'autoMapInputData') }, [{ order: 'B-9', other: 'x' }]);
	});

	it('with names and values, or JSON', async () => {
		notifications().post('/v1/notifications', body({ order: 'A-7', 'first name': 'Ada' })).twice().reply(200, {});
		await one({ ...SEND, ...names({ order: 'A-7', 'first name': 'Ada' }) });
		await one({ ...SEND, variablesFrom: 'json', variablesJson: '{"order":"A-7","first name":"Ada"}' });
	});

	it('without variables there is no map of them', async () => {
		notifications().post('/v1/notifications', body()).reply(200, {});
		await one(SEND);
	});

	it('with a push text and a group of its own', async () => {
		notifications().post('/v1/notifications', body(undefined, { push_template: { title: 'On its way', body: 'Today' }, notification_group: 'autumn' })).reply(200, {});
		await one({ ...SEND, more: { pushTitle: 'On its way', pushBody: 'Today', notificationGroup: 'autumn' } });
	});

	it('a push text without title is refused before any call', async () => {
		expect(await failureOf({ ...SEND, more: { pushBody: 'Today' } })).toMatchObject({ class: 'invalidInput', message: expect.stringContaining('Push Title: is missing') });
	});

	it('two items are two calls', async () => {
		notifications().post('/v1/notifications', body({ order: 'A' })).reply(200, { id: 1 }).post('/v1/notifications', body({ order: 'B' })).reply(200, { id: 2 });
		const sent = await all({ ...SEND, ...mapped({ order: '={{ $json.o }}' }) }, [{ o: 'A' }, { o: 'B' }]);
		expect(sent.map(({ answer }) => answer)).toEqual([{ id: 1 }, { id: 2 }]);
	});
});

describe('what Sendbird\'s texts disagree on is a setting of the credential', () => {
	it.each([
		['the endpoint', { sendPath: '/v1/notifications/messages' }, '/v1/notifications/messages', 'realtime'],
		['the version', { sendPath: '/v2/notifications/messages' }, '/v2/notifications/messages', 'realtime'],
		['any other path', { sendPath: 'custom', customSendPath: '/v3/notify' }, '/v3/notify', 'realtime'],
		['the words of the mode', { modeWords: 'singleMulti' }, '/v1/notifications', 'single'],
	])('%s', async (_, credential, path, mode) => {
		notifications().post(path, { ...body(), mode }).reply(200, {});
		await one(SEND, { credential });
	});
});

describe('failures', () => {
	it('an unknown user is notFound, by the code', async () => {
		notifications().post('/v1/notifications').reply(400, sendbirdError(400301, 'User "cust-42" not found.'));
		expect(await failureOf(SEND)).toMatchObject({ class: 'notFound', code: '400301', vendor: 'Sendbird Notifications', fix: expect.stringContaining('create the user first') });
	});

	it('a lost answer is unknown, and nothing is sent again', async () => {
		notifications().post('/v1/notifications').replyWithError(RESET);
		expect(await failureOf(SEND)).toMatchObject({ class: 'unknownOutcome' });
	});

	it('500 too', async () => {
		notifications().post('/v1/notifications').reply(500, sendbirdError(500901));
		expect(await failureOf(SEND)).toMatchObject({ class: 'unknownOutcome', status: 500, code: '500901' });
	});

	it('an unknown endpoint says where to look', async () => {
		notifications().post('/v1/notifications').reply(404, 'Not Found');
		expect(await failureOf(SEND)).toMatchObject({ class: 'notFound', fix: expect.stringContaining('paths in the credential') });
	});
});
