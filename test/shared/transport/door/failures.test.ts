import { openDoor } from '../../../../nodes/shared/transport/door';
import { inExecute } from '../../../support/engine';
import { closedNetwork, REFUSED } from '../../../support/network';
import { api, attempt, HOST, KEY, vendor, WRITE } from '../../../support/probeVendor';

jest.mock('n8n-workflow', () => jest.requireActual<typeof import('../../../support/quickSleep')>('../../../support/quickSleep').quick);
closedNetwork();

describe('a failure', () => {
	it('is what the vendor\'s own rules make of the answer', async () => {
		api().post('/things').reply(422, { message: 'name is missing' });
		expect(await attempt(WRITE, 'safe')).toEqual({
			ok: false,
			failure: { class: 'invalidInput', vendor: 'Vendor', status: 422, message: 'name is missing', fix: 'Do something about: name is missing', retryAfter: undefined },
		});
	});

	it('never repeats a secret of the credential, even where the vendor does', async () => {
		api().post('/things').reply(400, { message: `The key ${KEY} is bad (Bearer ${KEY})` });
		const result = await attempt(WRITE, 'safe');
		expect(result).toMatchObject({ ok: false, failure: { message: 'The key … is bad (Bearer …)' } });
		expect(JSON.stringify(result)).not.toContain(KEY);
	});

	it('with 401 keeps the vendor\'s words: that answer reaches us as an error of n8n', async () => {
		// n8n itself asks once more on 401, in case a hook of the credential has made a new key.
		api().post('/things').times(2).reply(401, { message: 'unknown key' });
		expect(await attempt(WRITE, 'onlyIfNothingHappened')).toMatchObject({ ok: false, failure: { class: 'unauthorized', status: 401, message: 'unknown key' } });
	});

	it('names the host that could not be reached', async () => {
		api().get('/things').replyWithError(REFUSED);
		const result = await attempt({ method: 'GET', path: '/things' }, 'safe', { longestWaitMs: 0 });
		expect(result).toMatchObject({ ok: false, failure: { class: 'unavailable', code: 'ECONNREFUSED' } });
		expect(JSON.stringify(result)).toContain(HOST);
	});

	it('is thrown by send, with the data in it', async () => {
		api().post('/things').reply(400, { message: 'no' });
		const credentials = { brazeMessagingApi: { instance: 'custom', baseUrl: HOST, apiKey: KEY } };
		const sent = inExecute(credentials, async (context) => await (await openDoor(context, vendor)).send(WRITE, 'safe').catch((error: unknown) => error));
		expect(await sent).toMatchObject({ name: 'FailureError', message: 'no', failure: { class: 'invalidInput', status: 400 } });
	});
});

describe('a redirect', () => {
	it('is not followed: the key would go to another host', async () => {
		api().get('/things').reply(302, '', { Location: 'https://elsewhere.test/things' });
		expect(await attempt({ method: 'GET', path: '/things' }, 'safe')).toMatchObject({ ok: false, failure: { status: 302 } });
	});
});
