import { RULES } from '../../../sandbox/clevertap/rules';
import { day, startCleverTap, type CleverTap } from './harness';

let clevertap: CleverTap;
beforeAll(async () => {
	clevertap = await startCleverTap();
});
beforeEach(async () => await clevertap.reset());
afterAll(async () => await clevertap.close());

const upload = async () => await clevertap.upload({ type: 'profile', identity: 'cust-42', profileData: { Name: 'Ada' } });
const count = async () => await clevertap.post('/1/counts/events.json', { event_name: 'Charged', from: day(1), to: day() });
const statuses = async (calls: Array<() => Promise<{ status: number }>>): Promise<number[]> => (await Promise.all(calls.map(async (call) => await call()))).map(({ status }) => status);
const times = <T>(number: number, one: T): T[] => Array.from({ length: number }, () => one);

/** Holds every call long enough for all of them to be there. */
const slow = async () => await clevertap.settings({ workMs: 400 });

it('15 uploads at once pass, the 16th is refused with no word of when to come back', async () => {
	await slow();
	const answers = await Promise.all(times(16, upload).map(async (call) => await call()));
	expect(answers.filter(({ status }) => status === 200)).toHaveLength(15);
	const refused = answers.find(({ status }) => status === 429);
	expect(refused?.body).toEqual({ status: 'fail', error: 'Too many concurrent requests', code: 429 });
	expect([...(refused?.headers.keys() ?? [])].filter((name) => /retry|rate/i.test(name))).toEqual([]);
	expect(clevertap.events().find(({ response }) => response?.status === 429)?.rule).toEqual(RULES.uploadConcurrency);
});

it('3 of another API pass, the fourth is refused', async () => {
	await slow();
	expect((await statuses(times(4, count))).sort()).toEqual([200, 200, 200, 429]);
	expect(clevertap.events().find(({ response }) => response?.status === 429)?.rule).toEqual(RULES.concurrency);
});

it('each API counts by itself', async () => {
	await slow();
	const profile = async () => await clevertap.get('/1/profile.json?identity=cust-42');
	expect(await statuses([...times(3, count), ...times(3, profile), ...times(5, upload)])).toEqual(times(11, 200));
	const { peaks } = (await clevertap.control<{ peaks: Record<string, number> }>('GET', '/concurrency')).body;
	expect(peaks).toEqual({ '/clevertap/1/counts/events.json': 3, '/clevertap/1/profile.json': 3, '/clevertap/1/upload': 5 });
});

it('whoever waits for an answer finds the slot free', async () => {
	await clevertap.settings({ othersInFlight: 1 });
	for (let call = 0; call < 30; call++) expect((await count()).status).toBe(200);
});

it('a refused call takes no slot, and a cut one gives it back', async () => {
	await clevertap.settings({ othersInFlight: 1 });
	await clevertap.fault({ route: 'POST /1/counts/events.json', reset: 'before', times: 1 });
	await expect(count()).rejects.toThrow();
	expect((await count()).status).toBe(200);
	await clevertap.fault({ route: 'POST /1/counts/events.json', reset: 'after', times: 1 });
	await expect(count()).rejects.toThrow();
	expect((await count()).status).toBe(200);
	await clevertap.post('/1/counts/events.json', {}, { 'X-CleverTap-Passcode': 'wrong' });
	expect((await count()).status).toBe(200);
});
