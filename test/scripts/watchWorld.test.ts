/* eslint-disable @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-dangerous-functions -- processes that end */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { askScripts, type Told } from './askScripts';

const userFolder = mkdtempSync(join(tmpdir(), 'watched-'));
const logFile = join(userFolder, 'n8n.log');
afterAll(() => rmSync(userFolder, { recursive: true }));

const watch = async (pid: number | undefined, then: string): Promise<Told> =>
	await askScripts('lib/world/watchWorld.mjs', `
		const { EventEmitter } = await import('node:events');
		const child = new EventEmitter();
		const watching = lib.watchWorld({ n8n: given, sandbox: { child } });
		${then}
		return await watching;`, { pid, userFolder, logFile });

it('tells that n8n has ended by itself, and its last words', async () => {
	writeFileSync(logFile, 'Initializing\nJavaScript heap out of memory\n');
	const told = await watch(spawnSync(process.execPath, ['--version']).pid, '');
	expect(told.failure).toContain('n8n has ended by itself. Its last words:');
	expect(told.failure).toContain('heap out of memory');
	expect(told.wayOut).toContain(logFile);
});

it('tells that the sandbox has ended by itself', async () => {
	expect(await watch(process.pid, "child.emit('close', 137);")).toEqual({ failure: 'The sandbox has ended by itself (137)', wayOut: 'Start again: npm start' });
});
