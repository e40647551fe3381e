import { serve, type Sandbox } from '../../../sandbox/core/serve';
import { StreamClient } from './harness';

describe('the stream of events', () => {
	let sandbox: Sandbox;
	const clients: StreamClient[] = [];

	const note = (summary: string) => sandbox.world.events.add({ vendor: 'sandbox', kind: 'note', summary });
	const connect = (lastEventId?: string): StreamClient => {
		const client = new StreamClient(`${sandbox.ready.control}/stream`, lastEventId);
		clients.push(client);
		return client;
	};
	const said = (client: StreamClient): string[] => client.lines.map(({ summary }) => summary);

	beforeEach(async () => {
		sandbox = await serve([]);
	});
	afterEach(async () => {
		for (const client of clients.splice(0)) client.close();
		await sandbox.close();
	});

	it('gives what was before, then what comes, in order', async () => {
		note('one');
		note('two');
		const client = connect();
		expect(await client.opened).toBe(200);
		await client.until(() => client.lines.length === 2);
		note('three');
		await client.until(() => client.lines.length === 3);
		expect(said(client)).toEqual(['one', 'two', 'three']);
	});

	it('resumes after Last-Event-ID: nothing is missed, nothing comes twice', async () => {
		for (let count = 1; count <= 1200; count++) note(`early ${count}`);
		const first = connect();
		await first.until(() => first.lines.length === 1200);
		const { lastEventId } = first;
		first.close();
		note('while away');
		const second = connect(lastEventId);
		await second.until(() => second.lines.length > 0);
		note('after');
		await second.until(() => second.lines.length > 1);
		expect(said(second)).toEqual(['while away', 'after']);
		expect(second.messages.some(({ event }) => event === 'reset')).toBe(false);
		expect([...first.lines, ...second.lines].map(({ id }) => id)).toEqual(Array.from({ length: 1202 }, (_, index) => index + 1));
	});

	it('waits for a browser that takes nothing, and leaves nothing out', async () => {
		const client = connect();
		await client.opened;
		client.pause();
		const long = 'x'.repeat(4000);
		for (let count = 1; count <= 3000; count++) note(long);
		const other = connect();
		await other.until(() => other.lastEventId.endsWith('.3000'));
		// By now the paused one's way is full: this has to wait until it takes again.
		note('last');
		await other.until(() => other.lastEventId.endsWith('.3001'));
		client.resume();
		await client.until(() => client.lastEventId.endsWith('.3001'));
		expect(client.lines.map(({ id }) => id)).toEqual(Array.from({ length: 3001 }, (_, index) => index + 1));
	});

	it('tells of a reset, also where the world is empty afterwards, and begins anew', async () => {
		note('before');
		const client = connect();
		await client.until(() => client.lines.length === 1);
		note('still waiting when the reset comes');
		sandbox.world.reset();
		const resets = () => client.messages.filter(({ event }) => event === 'reset').length;
		await client.until(() => resets() === 2);
		expect(client.lines).toEqual([]);
		note('new world');
		await client.until(() => client.lines.length === 1);
		expect(said(client)).toEqual(['new world']);
	});

	it('starts over where the id is from before a reset, or from another run of the server', async () => {
		note('old');
		const client = connect();
		await client.until(() => client.lines.length === 1);
		sandbox.world.reset();
		note('new');
		for (const id of [client.lastEventId, 'elsewhere.0.1', 'nonsense']) {
			const other = connect(id);
			await other.until(() => other.lines.length === 1);
			expect(other.messages[0].event).toBe('reset');
			expect(said(other)).toEqual(['new']);
		}
	});

	it('sends no headers and bodies, but each event can be had whole', async () => {
		sandbox.world.events.add({
			vendor: 'braze', kind: 'request', summary: 'GET /campaigns/list', executionId: '7', tookMs: 3,
			request: { method: 'GET', path: '/campaigns/list', headers: { authorization: 'Bear… (24 characters)' }, body: 'long' },
			response: { status: 200, headers: {}, body: 'longer' },
			rule: { text: 'why', certainty: 'documented' },
		});
		const client = connect();
		await client.until(() => client.lines.length === 1);
		const [line] = client.lines;
		expect(line).toMatchObject({ id: 1, vendor: 'braze', kind: 'request', executionId: '7', status: 200, method: 'GET', path: '/campaigns/list', certainty: 'documented' });
		expect(JSON.stringify(line)).not.toContain('long');
		const whole = await fetch(`${sandbox.ready.control}/page/events/1`);
		expect(await whole.json()).toMatchObject({ request: { body: 'long' }, response: { body: 'longer' }, rule: { text: 'why' } });
		expect((await fetch(`${sandbox.ready.control}/page/events/2`)).status).toBe(404);
	});

	it('says where n8n is as soon as it is told', async () => {
		const client = connect();
		await client.until(() => client.messages.some(({ event }) => event === 'n8n'));
		const place = { url: 'http://127.0.0.1:5678/', login: { email: 'a@b.example', password: 'secret' } };
		const put = await fetch(`${sandbox.ready.control}/page/n8n`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(place) });
		expect(put.status).toBe(200);
		await client.until(() => client.messages.filter(({ event }) => event === 'n8n').length === 2);
		const told = client.messages.filter(({ event }) => event === 'n8n').map(({ data }) => JSON.parse(data) as unknown);
		expect(told).toEqual([{ url: null, plays: [] }, { url: 'http://127.0.0.1:5678', plays: [] }]);
	});
});
