/* eslint-disable @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-dangerous-functions -- runs the scripts as an old Node would */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root, script } from './askScripts';

const run = (version: string) => {
	const code = `Object.defineProperty(process.versions, 'node', { value: ${JSON.stringify(version)} }); await import(${JSON.stringify(pathToFileURL(script('lib/command/checkNode.mjs')).href)});`;
	const { status, stderr } = spawnSync(process.execPath, ['--input-type=module', '--eval', code], { encoding: 'utf8' });
	return { status, stderr };
};

it.each(['12.22.12', '18.20.8', '20.5.1'])('refuses Node %s in two lines', (version) => {
	const { status, stderr } = run(version);
	expect(status).toBe(1);
	expect(stderr).toMatch(new RegExp(`^✗ Node ${version.replaceAll('.', '\\.')} is too old: 20\\.6 or newer is needed\\.\\n  → Install a newer one .*nvm install \\d+.*\\n$`));
});

it.each(['20.6.0', '22.0.0', '100.0.0'])('lets Node %s through', (version) => {
	expect(run(version)).toEqual({ status: 0, stderr: '' });
});

it('asks for what package.json asks for', () => {
	expect(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))).toMatchObject({ engines: { node: '>=20.6' } });
});
