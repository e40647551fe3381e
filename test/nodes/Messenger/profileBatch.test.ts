import type { IDataObject } from 'n8n-workflow';
import type nock from 'nock';
import { closedNetwork, RESET } from '../../support/network';
import { api, CONTINUE, graphError, PAGE, proved, runMessenger } from './messenger';

jest.mock('n8n-workflow', () => jest.requireActual<typeof import('../../support/quickSleep')>('../../support/quickSleep').quick);
closedNetwork();

interface Body {
	include_headers: boolean;
	batch: Array<{ method: string; relative_url: string }>;
}

const psids = (count: number): string[] => Array.from({ length: count }, (_, index) => `7301234567890${String(index).padStart(3, '0')}`);
const GET = { resource: 'userProfile', operation: 'getBatch', psid: '={{ $json.psid }}', properties: 'id,first_name' };

const named = (psid: string) => ({ code: 200, headers: [{ name: 'Content-Type', value: 'text/javascript' }], body: JSON.stringify({ id: psid, first_name: `Name ${psid}` }) });
const refused = (code: number, subcode?: number, headers: object[] = []) => ({ code: 400, headers, body: JSON.stringify(graphError(code, subcode)) });

/** Graph takes one batch; what it asks for goes into `asked`. */
function batchIs(answer: (asked: string[]) => unknown, asked: string[][] = []): void {
	api()
		.post('/v26.0/', ({ include_headers: headersToo }: Body) => headersToo)
		.query(proved())
		.reply(200, (_, body) => {
			const parts = (body as unknown as Body).batch.map(({ method, relative_url: url }) => `${method} ${url}`);
			asked.push(parts);
			return answer(parts) as nock.Body;
		});
}

async function run(items: string[]): Promise<{ good: IDataObject[]; bad: IDataObject[] }> {
	const { main, error } = await runMessenger(GET, items.map((psid) => ({ psid })), CONTINUE);
	if (error !== undefined) throw error;
	return { good: main[0].map(({ json }) => json), bad: main[1].map(({ json }) => json.error as IDataObject) };
}

const psidIn = (part: string): string => /GET (\d+)\?/.exec(part)?.[1] ?? '';

it('120 people are three calls, and each item gets its own name', async () => {
	const asked: string[][] = [];
	for (let call = 0; call < 3; call++) batchIs((parts) => parts.map((part) => named(psidIn(part))), asked);
	const { good } = await run(psids(120));
	expect(asked.map(({ length }) => length)).toEqual([50, 50, 20]);
	expect(asked[0][0]).toBe(`GET ${psids(1)[0]}?fields=id%2Cfirst_name`);
	expect(good).toEqual(psids(120).map((psid) => ({ psid, known: true, id: psid, first_name: `Name ${psid}` })));
});

it('a part that fails costs no other: unknown names go on, throttled and silent parts fail with a wait or a reason', async () => {
	const usage = [{ name: 'X-Business-Use-Case-Usage', value: JSON.stringify({ [PAGE]: [{ type: 'messenger', estimated_time_to_regain_access: 7 }] }) }];
	const [first, hidden, throttled, silent, dead] = psids(5);
	batchIs(() => [named(first), refused(230), refused(80006, undefined, usage), null, refused(190, 463)]);
	const { good, bad } = await run([first, hidden, throttled, silent, dead]);
	expect(good).toEqual([expect.objectContaining({ psid: first, known: true }), expect.objectContaining({ psid: hidden, known: false, code: '230' })]);
	expect(bad).toEqual([
		expect.objectContaining({ class: 'rateLimited', code: '80006', retryAfter: 420 }),
		expect.objectContaining({ class: 'unavailable', message: expect.stringContaining('did not answer this part') }),
		expect.objectContaining({ class: 'unauthorized', code: '190/463' }),
	]);
});

it('is read again after a lost connection: reads are safe', async () => {
	api().post('/v26.0/').query(proved()).replyWithError(RESET);
	batchIs((parts) => parts.map((part) => named(psidIn(part))));
	expect((await run(psids(2))).good).toHaveLength(2);
});

it('an answer with another number of parts names nobody', async () => {
	batchIs(([part]) => [named(psidIn(part))]);
	const { good, bad } = await run(psids(2));
	expect(good).toEqual([]);
	expect(bad).toEqual([expect.objectContaining({ class: 'unavailable' }), expect.objectContaining({ class: 'unavailable' })]);
});

it('a PSID as a number that is too large is refused before any call, and takes no other along', async () => {
	batchIs((parts) => parts.map((part) => named(psidIn(part))));
	const { main } = await runMessenger(GET, [{ psid: psids(1)[0] }, { psid: Number('24567890123457001') }], CONTINUE);
	expect(main[0]).toHaveLength(1);
	expect(main[1][0].json.error).toMatchObject({ class: 'invalidInput', message: expect.stringContaining('PSID') });
});
