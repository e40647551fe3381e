/* eslint-disable @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-dangerous-functions -- locks are folders, held by processes */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { askScripts } from './askScripts';

const scratch = mkdtempSync(join(tmpdir(), 'locks-'));
afterAll(() => rmSync(scratch, { recursive: true }));

const lockOf = (name: string, pid?: number): string => {
	const path = join(scratch, name);
	mkdirSync(path);
	if (pid !== undefined) writeFileSync(join(path, 'pid'), String(pid));
	return path;
};
const tryIt = async (path: string): Promise<number | 'mine'> => await askScripts('lib/command/holdLock.mjs', "const { heldBy } = lib.tryLock(given); return heldBy ?? 'mine';", path);

it('is refused while another process lives that has it', async () => {
	expect(await tryIt(lockOf('held', process.pid))).toBe(process.pid);
});

it('is taken over from a process that is gone, and given back at the end', async () => {
	const { pid } = spawnSync(process.execPath, ['--version']);
	const path = lockOf('left', pid);
	expect(await tryIt(path)).toBe('mine');
	expect(existsSync(path)).toBe(false);
});

it('is taken over where its process number is our own by now, as in a container that begins anew', async () => {
	const path = join(scratch, 'reused');
	const answer = await askScripts('lib/command/holdLock.mjs', "const fs = await import('node:fs'); fs.mkdirSync(given); fs.writeFileSync(given + '/pid', String(process.pid)); return lib.tryLock(given).heldBy ?? 'mine';", path);
	expect(answer).toBe('mine');
});

it('makes the second wait until the first is done, and says once for whom', async () => {
	const path = join(scratch, 'turns');
	const order = await askScripts('lib/command/holdLock.mjs', `
		const { spawn } = await import('node:child_process');
		const said = [];
		const other = spawn(process.execPath, ['--eval', 'setInterval(() => {}, 1000)']);
		const fs = await import('node:fs');
		fs.mkdirSync(given);
		fs.writeFileSync(given + '/pid', String(other.pid));
		const wait = lib.holdLock(given, (pid) => { said.push(pid === other.pid); other.kill('SIGKILL'); });
		(await wait)();
		return [said, fs.existsSync(given)];`, path);
	expect(order).toEqual([[true], false]);
});
