import nock from 'nock';
import { CONTINUE } from '../Braze/braze';
import { closedNetwork } from '../../support/network';
import { first, RENDER, runTemplate } from './messageTemplate';

closedNetwork();

const HOST = 'https://shop.example';
const call = (template: string, more = {}) => runTemplate({ ...RENDER, template, context: '{"user_id": "u 1"}', more: { allowConnectedContent: true, ...more } }, [{}], CONTINUE);
const failure = async (template: string, more = {}) => (await call(template, more)).main[1][0].json.error;

const GET = `{% connected_content ${HOST}/plan?u={{\${user_id} | url_param_escape}} :save plan %}[{{plan.name}} {{plan.__http_status_code__}}]`;

it('is off for a new node: nothing is called, and the message says where to allow it', async () => {
	expect(await failure(GET, { allowConnectedContent: false })).toMatchObject({ class: 'invalidInput', message: expect.stringMatching(/connected_content is switched off \(line 1, column 1\)/) });
	const { main } = await runTemplate({ ...RENDER, template: GET }, [{}], CONTINUE);
	expect(main[1][0].json.error).toMatchObject({ message: expect.stringContaining('switched off') });
});

it('GET with Braze\'s headers; the JSON answer and its status are there', async () => {
	nock(HOST, { reqheaders: { accept: '*/*' } }).get('/plan').query({ u: 'u 1' }).reply(200, { name: 'gold' });
	expect(first(await call(GET))).toMatchObject({ text: '[gold 200]', warnings: [] });
});

it('POST sends the body as it is told', async () => {
	const template = `{% connected_content ${HOST}/plan :method post :headers {"X-Key": "k"} :body a=1&u={{\${user_id}}} :content_type application/json :save r %}[{{r.ok}}]`;
	nock(HOST, { reqheaders: { 'content-type': 'application/json', 'x-key': 'k' } }).post('/plan', { a: '1', u: 'u 1' }).reply(201, { ok: 'yes' });
	expect(first(await call(template)).text).toBe('[yes]');
});

it('a form is Braze\'s usual POST', async () => {
	nock(HOST, { reqheaders: { 'content-type': 'application/x-www-form-urlencoded' } }).post('/plan', 'a=1&b=2').reply(200, { ok: 1 });
	expect(first(await call(`{% connected_content ${HOST}/plan :method post :body a=1&b=2 :save r %}[{{r.ok}}]`)).text).toBe('[1]');
});

it.each([404, 500])('status %d renders nothing, with a warning', async (status) => {
	nock(HOST).get('/plan').query(true).reply(status, { name: 'gold' });
	expect(first(await call(GET))).toMatchObject({ text: '[ ]', warnings: [expect.stringContaining(`was answered ${status}`)] });
});

it('a redirect is not followed', async () => {
	const target = nock(HOST).get('/elsewhere').reply(200, { name: 'stolen' });
	nock(HOST).get('/plan').query(true).reply(302, '', { location: `${HOST}/elsewhere` });
	expect(first(await call(GET))).toMatchObject({ text: '[ ]', warnings: [expect.stringContaining('was answered 302')] });
	expect(target.isDone()).toBe(false);
	nock.cleanAll();
});

it('an answer of more than 1 MB is refused, one of 1 MB is not', async () => {
	const answer = (bytes: number): string => JSON.stringify({ name: 'x'.repeat(bytes - '{"name":""}'.length) });
	const size = `{% connected_content ${HOST}/big :save r %}{{r.name | size}}`;
	nock(HOST).get('/big').reply(200, answer(1_048_577));
	expect(first(await call(size))).toMatchObject({ text: '0', warnings: [expect.stringContaining('more than 1 MB')] });
	nock(HOST).get('/big').reply(200, answer(1_048_576));
	expect(first(await call(size))).toMatchObject({ text: String(1_048_576 - 11), warnings: [] });
});

it('a lost connection renders nothing, with a warning', async () => {
	nock(HOST).get('/plan').query(true).replyWithError(Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' }));
	expect(first(await call(GET))).toMatchObject({ text: '[ ]', warnings: [expect.stringContaining('failed')] });
});

it('a slow answer is given up after 2 s', async () => {
	nock(HOST).get('/plan').query(true).delayConnection(2_500).reply(200, { name: 'late' });
	expect(first(await call(GET))).toMatchObject({ text: '[ ]', warnings: [expect.stringMatching(/failed \(.*timeout.*\)/i)] });
});

describe('private addresses', () => {
	const LOCAL = '{% connected_content http://127.0.0.1:8080/plan :save r %}[{{r.name}}]';

	it.each(['http://127.0.0.1/', 'http://localhost/', 'http://169.254.169.254/latest', 'http://10.0.0.1/', 'http://[::1]/'])('%s is refused before a call is made', async (url) => {
		expect(await failure(`x{% connected_content ${url} %}`)).toMatchObject({ class: 'invalidInput', message: expect.stringMatching(/private or loopback address \(line 1, column 2\)/) });
	});

	it('another port is refused', async () => {
		expect(await failure(LOCAL)).toMatchObject({ message: expect.stringContaining('only ports 80 and 443') });
	});

	it('an allowed private host is called, with its port', async () => {
		nock('http://127.0.0.1:8080').get('/plan').reply(200, { name: 'local' });
		expect(first(await call(LOCAL, { allowedPrivateHosts: '10.0.0.9, 127.0.0.1:8080' })).text).toBe('[local]');
	});

	it('allowing one allows no other', async () => {
		expect(await failure(LOCAL, { allowedPrivateHosts: '127.0.0.1:8081' })).toMatchObject({ class: 'invalidInput' });
	});
});
