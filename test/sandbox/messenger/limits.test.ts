import { RULES } from '../../../sandbox/messenger/rules';
import { ADA, DAY, JOERG, PAGE, startMessenger, type Messenger } from './harness';

let messenger: Messenger;
beforeAll(async () => {
	messenger = await startMessenger();
});
beforeEach(async () => await messenger.reset());
afterAll(async () => await messenger.close());

const limits = async (wanted: object) => await messenger.control('POST', '/messenger/limits', wanted);
/** `X-Business-Use-Case-Usage` of this Page. */
const usage = (headers: Headers) => (JSON.parse(headers.get('x-business-use-case-usage') ?? '{}') as Record<string, Array<{ type: string; call_count: number; estimated_time_to_regain_access: number }>>)[PAGE][0];

it('every answer says how much is used, in percent', async () => {
	// 6 people of the Page wrote: 6 × 200 calls.
	await limits({ callsPerEngagedPerson: 1 });
	const answers = [];
	for (let call = 0; call < 3; call++) answers.push(await messenger.send(ADA));
	expect(answers.map(({ headers }) => usage(headers).call_count)).toEqual([17, 33, 50]);
	expect(usage(answers[0].headers)).toMatchObject({ type: 'messenger', estimated_time_to_regain_access: 0 });
	expect(JSON.parse(answers[0].headers.get('x-app-usage') ?? '')).toEqual({ call_count: 17, total_cputime: 4, total_time: 4 });
	expect(usage((await messenger.send('123')).headers).call_count).toBe(67);
});

it('past the budget: 80006 with minutes to wait, and calling on lengthens them', async () => {
	await limits({ callsPerEngagedPerson: 1 });
	for (let call = 0; call < 6; call++) expect((await messenger.send(ADA)).status).toBe(200);
	const waits: number[] = [];
	for (let call = 0; call < 7; call++) {
		const refused = await messenger.send(ADA);
		expect(refused.status).toBe(403);
		expect(refused.body.error?.code).toBe(80006);
		expect(refused.headers.get('retry-after')).toBeNull();
		waits.push(usage(refused.headers).estimated_time_to_regain_access);
	}
	expect(messenger.lastRule()).toEqual(RULES.callBudget);
	expect(waits[0]).toBe(5);
	expect(waits[6]).toBeGreaterThan(waits[0]);
	expect((await messenger.chat(ADA)).length).toBe(7);
	await messenger.age(DAY);
	expect((await messenger.send(ADA, 'x', { messaging_type: 'MESSAGE_TAG', tag: 'HUMAN_AGENT' })).status).toBe(200);
});

it.each([
	['sendsPerSecond', async () => await messenger.send(ADA)],
	['mediaPerSecond', async () => await messenger.send(ADA, '', { message: { attachment: { type: 'video', payload: { url: 'https://example.com/a.mp4' } } } })],
	['conversationsPerSecond', async () => await messenger.graph('GET', `/${PAGE}/conversations`)],
])('%s: 613, and free again after it', async (name, call) => {
	await limits({ [name]: 1 });
	expect((await call()).status).toBe(200);
	expect((await call()).body.error?.code).toBe(613);
	expect(messenger.lastRule()).toEqual(RULES.sendRate);
	await messenger.age(1);
	expect((await call()).status).toBe(200);
});

it('texts do not count as media, nor media as texts', async () => {
	await limits({ mediaPerSecond: 1 });
	await messenger.send(ADA, '', { message: { attachment: { type: 'audio', payload: { url: 'https://example.com/a.mp3' } } } });
	expect((await messenger.send(ADA)).status).toBe(200);
});

it('private replies have a rate of their own', async () => {
	await limits({ privateRepliesPerHour: 1 });
	const reply = async () => {
		const { id } = (await messenger.person<{ id: string }>(JOERG, 'comments', { text: 'x' })).body;
		return await messenger.graph('POST', `/${PAGE}/messages`, { recipient: { comment_id: id }, message: { text: 'y' } });
	};
	expect((await reply()).status).toBe(200);
	expect((await reply()).body.error?.code).toBe(613);
	expect((await messenger.send(JOERG)).status).toBe(200);
});

it('stand as documented, and only known ones are changed', async () => {
	expect((await limits({})).body).toEqual({ callsPerEngagedPerson: 200, sendsPerSecond: 300, mediaPerSecond: 10, conversationsPerSecond: 2, privateRepliesPerHour: 750 });
	expect((await limits({ other: 1 })).status).toBe(400);
});
