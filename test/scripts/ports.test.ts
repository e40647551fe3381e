/* eslint-disable @n8n/community-nodes/no-restricted-imports -- listens on ports */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { askScripts, type Told } from './askScripts';

const servers: Server[] = [];

async function listen(answers: Record<string, unknown> = {}, at = 0): Promise<number> {
	const server = createServer(({ url = '' }, response) => response.writeHead(url in answers ? 200 : 404).end(JSON.stringify(answers[url] ?? {})));
	servers.push(server);
	// Where somebody else has that port already it is as taken as we want it.
	await new Promise<void>((resolve) => server.once('error', () => resolve()).listen(at, '127.0.0.1', resolve));
	return (server.address() as AddressInfo | null)?.port ?? at;
}

afterEach(() => {
	for (const server of servers.splice(0)) server.close();
});

const freePort = async (): Promise<number> => await askScripts('lib/world/ports.mjs', 'return await lib.freePort();');

const need = async (port: number, sandboxPort: number): Promise<Told | null> =>
	await askScripts('lib/world/ports.mjs', "return (await lib.needPorts([{ port: given[0], what: 'n8n', option: '--port' }, { port: given[1], what: 'the sandbox', option: '--sandbox-port' }], 'npm start --')) ?? null;", [port, sandboxPort]);

it('says nothing where both ports are free', async () => {
	expect(await need(await freePort(), await freePort())).toBeNull();
});

it('tells of both at once, by whom they are taken, and names ports that are free', async () => {
	const [n8n, sandbox] = [await listen({ '/healthz': { status: 'ok' } }), await listen({ '/_sandbox/page/n8n': { url: null, plays: [] } })];
	const told = await need(n8n, sandbox);
	expect(told?.failure).toContain(`Port ${n8n}, meant for n8n, is taken (an n8n`);
	expect(told?.failure).toContain(`Port ${sandbox}, meant for the sandbox, is taken (a sandbox like this one`);
	expect(told?.wayOut).toContain('Perhaps from an earlier run');
	const [, port, sandboxPort] = /npm start -- --port (\d+) --sandbox-port (\d+)$/.exec(told?.wayOut ?? '') ?? [];
	expect(await need(Number(port), Number(sandboxPort))).toBeNull();
	expect(port).not.toBe(sandboxPort);
});

it('keeps the port that is free, and takes a stranger for no run of ours', async () => {
	const [stranger, free] = [await listen({ '/healthz': { status: 'fine' } }), await freePort()];
	const told = await need(stranger, free);
	expect(told?.failure).not.toContain('an n8n');
	expect(told?.wayOut).toMatch(new RegExp(`^Stop what listens there\\. Or take another: npm start -- --port \\d+ --sandbox-port ${free}$`));
});

it('names neither a port that is taken nor one port twice', async () => {
	const port = await listen();
	const next = await listen({}, port + 1);
	const [, n8n, sandbox] = /--port (\d+) --sandbox-port (\d+)$/.exec((await need(port, next))?.wayOut ?? '') ?? [];
	expect(new Set([String(port), String(next), n8n, sandbox]).size).toBe(4);
	expect((await need(port, await freePort()))?.wayOut).not.toContain(`--port ${next} `);
});
