import nock from 'nock';
import { openDoor } from '../../../../nodes/shared/transport/door';
import type { Call, RetryPolicy } from '../../../../nodes/shared/transport/call';
import type { Vendor } from '../../../../nodes/shared/transport/vendor';
import { objectBody } from '../../../../nodes/shared/transport/call';
import { inExecute } from '../../../support/engine';
import { closedNetwork } from '../../../support/network';
import { waits } from '../../../support/quickSleep';
import { api, HOST, KEY, vendor } from '../../../support/probeVendor';

jest.mock('n8n-workflow', () => jest.requireActual<typeof import('../../../support/quickSleep')>('../../../support/quickSleep').quick);
closedNetwork();

const attempt = async (own: Partial<Vendor>, call: Call, retry: RetryPolicy = 'safe') =>
	await inExecute({ brazeMessagingApi: { instance: 'custom', baseUrl: HOST, apiKey: KEY } }, async (context) => await (await openDoor(context, { ...vendor, ...own })).attempt(call, retry));

describe('ids of the credential in a path', () => {
	const own = { account: () => ({ page: 'a/b', app: '' }) };

	it('are filled in, encoded', async () => {
		nock(HOST).get('/a%2Fb/things').reply(200, {});
		expect(await attempt(own, { method: 'GET', path: '/{page}/things' })).toMatchObject({ ok: true });
	});

	it('that the credential does not hold are told, and nothing is sent', async () => {
		expect(await attempt(own, { method: 'GET', path: '/{app}/things' })).toMatchObject({ ok: false, failure: { class: 'invalidInput', message: expect.stringContaining('no app ID') } });
	});
});

describe('a failure that only the credential can explain', () => {
	it('is explained with it, and what the explanation and the code repeat of a secret is taken out', async () => {
		const own: Partial<Vendor> = {
			classify: () => ({ class: 'forbidden', vendor: 'V', code: `no ${KEY}`, message: 'm', fix: 'f' }),
			explain: (failure, { path: asked }, { apiKey }) => ({ ...failure, fix: `${asked} is not for ${String(apiKey)}` }),
		};
		api().get('/things').reply(403);
		expect(await attempt(own, { method: 'GET', path: '/things' })).toMatchObject({ ok: false, failure: { class: 'forbidden', code: 'no …', fix: '/things is not for …' } });
	});
});

describe('a vendor whose HTTP status tells nothing', () => {
	/** The code in the body is the status that counts. */
	const own: Partial<Vendor> = {
		statusOf: ({ body, status, headers }) => Number(objectBody({ body, status, headers }).code ?? status),
		classify: (answer) => (objectBody(answer).code === undefined ? undefined : { class: 'unavailable', vendor: 'V', message: 'm', fix: 'f' }),
	};
	const WRITE: Call = { method: 'POST', path: '/things', body: {} };

	it('is asked again where the body says trouble and the call is safe, though the status is 200 or 400', async () => {
		api().post('/things').reply(200, { code: 500 }).post('/things').reply(400, { code: 500 }).post('/things').reply(200, {});
		expect(await attempt(own, WRITE)).toMatchObject({ ok: true });
		expect(waits).toHaveLength(2);
	});

	it('and an unsafe write is unknown then, never repeated', async () => {
		api().post('/things').reply(200, { code: 500 });
		expect(await attempt(own, WRITE, 'onlyIfNothingHappened')).toMatchObject({ ok: false, failure: { class: 'unknownOutcome' } });
	});

	it('a refusal stays one though it came as 500', async () => {
		api().post('/things').reply(500, { code: 400 });
		expect(await attempt(own, WRITE, 'onlyIfNothingHappened')).toMatchObject({ ok: false, failure: { class: 'unavailable', message: 'm' } });
		expect(waits).toEqual([]);
	});
});

describe('a list in a query', () => {
	it.each([
		['brackets' as const, '/things?ids[]=a&ids[]=b'],
		['repeat' as const, '/things?ids=a&ids=b'],
		[undefined, '/things?ids[0]=a&ids[1]=b'],
	])('is written as the vendor reads it: %s', async (arrayFormat, written) => {
		const paths: string[] = [];
		nock(HOST).get('/things').query(true).reply(200, {}).on('request', ({ path }: { path: string }) => paths.push(decodeURIComponent(path)));
		expect(await attempt({ arrayFormat }, { method: 'GET', path: '/things', query: { ids: ['a', 'b'] } })).toMatchObject({ ok: true });
		expect(paths[0]).toBe(written);
	});
});
