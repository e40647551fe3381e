import { BrazeMessagingApi } from '../../credentials/BrazeMessagingApi.credentials';
import { braze } from '../../nodes/Braze/api';

const type = new BrazeMessagingApi();
const [instance] = type.properties;
const hosts = (instance.options ?? []).map((option) => ('value' in option ? [option.name, option.value] : []));

it('lists every instance with its REST host, and no US-09: there is none', () => {
	expect(Object.fromEntries(hosts)).toEqual({
		...Object.fromEntries([1, 2, 3, 4, 5, 6, 7, 8].map((number) => [`US-0${number}`, `https://rest.iad-0${number}.braze.com`])),
		'US-10': 'https://rest.us-10.braze.com',
		'EU-01': 'https://rest.fra-01.braze.eu',
		'EU-02': 'https://rest.fra-02.braze.eu',
		'AU-01': 'https://rest.au-01.braze.com',
		'ID-01': 'https://rest.id-01.braze.com',
		'JP-01': 'https://rest.jp-01.braze.com',
		'KR-01': 'https://rest.kr-01.braze.com',
		Custom: 'custom',
	});
});

it('never names an SDK host', () => {
	expect(JSON.stringify(hosts)).not.toContain('sdk.');
});

it('shows the REST host for a custom instance only, and the node calls it then', () => {
	const host = type.properties.find(({ name }) => name === 'baseUrl');
	expect(host?.displayOptions).toEqual({ show: { instance: ['custom'] } });
	expect(braze.baseUrl({ instance: 'custom', baseUrl: 'http://127.0.0.1:4010/braze' })).toBe('http://127.0.0.1:4010/braze');
	expect(braze.baseUrl({ instance: 'https://rest.fra-01.braze.eu', baseUrl: 'http://left.over' })).toBe('https://rest.fra-01.braze.eu');
});

it('hides key and webhook secret', () => {
	for (const name of ['apiKey', 'webhookSecret']) expect(type.properties.find((field) => field.name === name)?.typeOptions?.password).toBe(true);
});

it('signs with the key as a bearer, without quotes, beside what the call has', async () => {
	if (typeof type.authenticate !== 'function') throw new Error('authenticate is no function');
	const signed = await type.authenticate({ apiKey: 'a-key' }, { url: 'https://rest.fra-01.braze.eu/users/track', headers: { 'x-own': '1' } });
	expect(signed).toEqual({ url: 'https://rest.fra-01.braze.eu/users/track', headers: { 'x-own': '1', Authorization: 'Bearer a-key' } });
});

describe('the test of the credential', () => {
	const { request, rules = [] } = type.test;
	const codes = rules.map((rule) => (rule.type === 'responseCode' ? rule.properties.value : undefined));

	it('asks the instance that was chosen', () => {
		expect(request).toMatchObject({ url: '/campaigns/list', baseURL: expect.stringContaining('$credentials.instance') });
	});

	it('fails on a wrong key, a wrong host and a host in trouble; a key without campaigns.list is a good key', () => {
		const ignored = request.ignoreHttpStatusErrors;
		const except = typeof ignored === 'object' ? (ignored.except ?? []) : [];
		for (const status of [401, 404, 500, 502, 503, 504]) expect(except).toContain(status);
		expect(except).not.toContain(403);
		expect(codes).toEqual(expect.arrayContaining([401, 404]));
	});
});
