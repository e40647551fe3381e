import nock from 'nock';
import { openDoor } from '../../../../nodes/shared/transport/door';
import { inExecute } from '../../../support/engine';
import { closedNetwork } from '../../../support/network';
import { api, attempt, HOST, KEY, vendor } from '../../../support/probeVendor';

jest.mock('n8n-workflow', () => jest.requireActual<typeof import('../../../support/quickSleep')>('../../../support/quickSleep').quick);
closedNetwork();

const OK = { ok: true };

it('sends an object as JSON, with query and headers of the call', async () => {
	api()
		.post('/things', { a: 'ü' })
		.query({ q: 'x y', n: 1 })
		.matchHeader('content-type', /^application\/json/)
		.matchHeader('idempotency-key', 'k1')
		.reply(200, OK);
	const call = { method: 'POST' as const, path: '/things', query: { q: 'x y', n: 1 }, headers: { 'Idempotency-Key': 'k1' }, body: { a: 'ü' } };
	expect(await attempt(call, 'safe')).toMatchObject({ ok: true, answer: { status: 200, body: OK } });
});

it('sends a Buffer as it is', async () => {
	api().post('/upload', 'a;b\n1;2').matchHeader('content-type', 'text/csv').reply(200, OK);
	const call = { method: 'POST' as const, path: '/upload', headers: { 'Content-Type': 'text/csv' }, body: Buffer.from('a;b\n1;2') };
	expect(await attempt(call, 'safe')).toMatchObject({ ok: true });
});

it('gives the headers of the answer in lower case', async () => {
	api().get('/things').reply(200, OK, { 'X-RateLimit-Reset': '5' });
	expect(await attempt({ method: 'GET', path: '/things' }, 'safe')).toMatchObject({ answer: { headers: { 'x-ratelimit-reset': '5' } } });
});

it('takes a base URL with a slash at its end', async () => {
	api().get('/things').reply(200, OK);
	expect(await attempt({ method: 'GET', path: '/things' }, 'safe', undefined, `${HOST}/`)).toMatchObject({ ok: true });
});

describe('n8n\'s execution id', () => {
	const send = async (isOverridden: boolean) => {
		const credentials = { brazeMessagingApi: { instance: 'custom', baseUrl: HOST, apiKey: KEY } };
		await inExecute(credentials, async (context) => await (await openDoor(context, { ...vendor, isOverridden: () => isOverridden })).send({ method: 'GET', path: '/things' }, 'safe'));
	};

	it('goes along to a base URL that the user has set', async () => {
		api().get('/things').matchHeader('x-n8n-execution-id', 'execution-7').reply(200, OK);
		await send(true);
	});

	it('and never to the vendor itself', async () => {
		nock(HOST, { badheaders: ['x-n8n-execution-id'] }).get('/things').reply(200, OK);
		await send(false);
	});
});
