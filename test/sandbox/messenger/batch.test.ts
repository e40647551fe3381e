import { RULES } from '../../../sandbox/messenger/rules';
import { ADA, EDSGER_10_DAYS, JOERG, PAGE, PAGE_TOKEN, SECRET, startMessenger, type Messenger } from './harness';

let messenger: Messenger;
beforeAll(async () => {
	messenger = await startMessenger();
});
beforeEach(async () => await messenger.reset());
afterAll(async () => await messenger.close());

type Item = { code: number; headers?: Array<{ name: string; value: string }>; body: string } | null;

const text = (psid: string, content: string, more: object = {}) => ({
	method: 'POST', relative_url: 'me/messages', ...more,
	body: new URLSearchParams({ recipient: JSON.stringify({ id: psid }), messaging_type: 'RESPONSE', message: JSON.stringify({ text: content }) }).toString(),
});
const run = async (batch: object[], more: object = {}, query = '') => (await messenger.graph<Item[]>('POST', `/${query}`, { batch, ...more })).body;
const bodyOf = (item: Item) => JSON.parse(item?.body ?? 'null') as { error?: { code: number; error_subcode?: number }; message_id?: string; name?: string };

it('answers each call in its place, whatever becomes of the others', async () => {
	const items = await run([text(ADA, 'one'), text(EDSGER_10_DAYS, 'two'), { method: 'GET', relative_url: `${PAGE}?fields=name` }, { method: 'GET', relative_url: '/v25.0/nowhere/at/all' }]);
	expect(items.map((item) => item?.code)).toEqual([200, 403, 200, 400]);
	expect(bodyOf(items[0]).message_id).toMatch(/^m_/);
	expect(bodyOf(items[1]).error).toMatchObject({ code: 10, error_subcode: 2018278 });
	expect(bodyOf(items[2]).name).toBe('Sandbox Sports');
	expect((await messenger.chat(ADA)).at(-1)?.text).toBe('one');
});

it('carries umlauts, emoji, ampersands', async () => {
	await run([text(JOERG, 'Grüße & 🎉 = 100 %')]);
	expect((await messenger.chat(JOERG)).at(-1)?.text).toBe('Grüße & 🎉 = 100 %');
});

it('may leave the headers out', async () => {
	expect((await run([text(ADA, 'x')]))[0]?.headers).toEqual(expect.arrayContaining([{ name: 'facebook-api-version', value: expect.any(String) }]));
	expect((await run([text(ADA, 'x')], { include_headers: false }))[0]).not.toHaveProperty('headers');
});

it('a call that does not answer is null', async () => {
	await messenger.control('POST', '/faults', { vendor: 'messenger', route: 'POST /me/messages', reset: 'after', times: 1 });
	expect((await run([text(ADA, 'lost'), text(ADA, 'told')])).map((item) => item?.code)).toEqual([undefined, 200]);
	expect((await messenger.chat(ADA)).map((each) => each.text)).toEqual(['Hello', 'lost', 'told']);
});

it('counts each call', async () => {
	await messenger.control('POST', '/messenger/limits', { sendsPerSecond: 2 });
	const items = await run([text(ADA, '1'), text(ADA, '2'), text(ADA, '3')]);
	expect(items.map((item) => bodyOf(item).error?.code)).toEqual([undefined, undefined, 613]);
});

it('takes 50, not 51, not none', async () => {
	const get = { method: 'GET', relative_url: 'me' };
	expect(await run(Array.from({ length: 50 }, () => get))).toHaveLength(50);
	for (const count of [0, 51]) {
		expect((await messenger.graph('POST', '/', { batch: Array.from({ length: count }, () => get) })).body.error?.code).toBe(100);
		expect(messenger.lastRule()).toEqual(RULES.batchLimit);
	}
});

it('a call may have a token of its own', async () => {
	const items = await run([{ method: 'GET', relative_url: 'me?access_token=sandbox-other-page-token' }, { method: 'GET', relative_url: 'me?access_token=wrong' }, { method: 'GET', relative_url: 'me' }]);
	expect(items.map((item) => bodyOf(item).name ?? bodyOf(item).error?.code)).toEqual(['Sandbox Outlet', 190, 'Sandbox Sports']);
});

it('the token and the proof of the batch hold for all', async () => {
	await messenger.control('POST', '/messenger/app', { requireAppSecretProof: true });
	const proof = '828a5d7ca622feded4b6e9b1c7e38077ce8053abf36a1b2542b2ef1fea32681a';
	expect(bodyOf((await run([{ method: 'GET', relative_url: 'me' }], {}, `?appsecret_proof=${proof}`))[0]).name).toBe('Sandbox Sports');
	expect((await messenger.graph('POST', '/', { batch: [{ method: 'GET', relative_url: 'me' }] })).body.error?.code).toBe(100);
	const client = messenger.client({ appSecret: SECRET });
	expect(await client.sendBatch([{ method: 'GET', relativeUrl: 'me' }])).toMatchObject([{ code: 200, body: { name: 'Sandbox Sports' } }]);
});

it('a named call is silent when it succeeds, and stops those that depend on it when it fails', async () => {
	const after = (dependsOn: string) => ({ method: 'GET', relative_url: 'me', depends_on: dependsOn });
	expect((await run([text(ADA, 'x', { name: 'first' }), after('first')])).map((item) => item?.code)).toEqual([undefined, 200]);
	expect((await run([text(ADA, 'x', { name: 'first', omit_response_on_success: false })])).map((item) => item?.code)).toEqual([200]);
	expect((await run([text('1', 'x', { name: 'first' }), after('first')])).map((item) => item?.code)).toEqual([400, undefined]);
});

it.each(['{result=first:$.id}', '%7Bresult%3Dfirst%3A%24.id%7D'])('references like %s are refused, not misunderstood', async (reference) => {
	expect((await messenger.graph('POST', '/', { batch: [{ method: 'GET', relative_url: reference }] })).body.error?.code).toBe(100);
	expect(messenger.lastRule()).toEqual(RULES.batchReferences);
});

it('keeps tokens out of the log', async () => {
	await fetch(`${messenger.base}/v25.0/`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ access_token: PAGE_TOKEN, batch: [{ method: 'GET', relative_url: `me?access_token=${PAGE_TOKEN}` }, { method: 'POST', relative_url: 'me/messages', body: `access_token=${PAGE_TOKEN}` }] }) });
	expect(messenger.events().filter(({ kind }) => kind === 'request')).toHaveLength(3);
	expect(JSON.stringify(messenger.events())).not.toContain(PAGE_TOKEN);
});

it('a batch may be a form', async () => {
	const body = new URLSearchParams({ access_token: PAGE_TOKEN, batch: JSON.stringify([{ method: 'GET', relative_url: 'me' }]) });
	const answer = await fetch(`${messenger.base}/v25.0`, { method: 'POST', body });
	expect((await answer.json()) as Item[]).toMatchObject([{ code: 200 }]);
});
