/* eslint-disable @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-restricted-imports -- builds, packs and loads the package in folders of its own */
import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';
import { runConformance } from '../shared/liquid/conformance';
import { credentials, nodes, packageJson, root } from './packageJson';

const runFile = promisify(execFile);

const work = mkdtempSync(join(realpathSync(tmpdir()), 'packed-'));
const project = join(work, 'project');
const installed = join(work, 'elsewhere', packageJson.name);
const modules = join(work, 'modules');

/** What `npm publish` would send out, unpacked where nothing else is; only n8n-workflow can be found from there, as in n8n. */
async function packAndUnpack(): Promise<void> {
	mkdirSync(project);
	for (const part of ['package.json', 'tsconfig.json', 'gulpfile.js', 'nodes', 'credentials', 'icons', 'LICENSE.md', 'README.md']) {
		cpSync(join(root, part), join(project, part), { recursive: true });
	}
	symlinkSync(join(root, 'node_modules'), join(project, 'node_modules'));
	await runFile(process.execPath, [join(root, 'node_modules', 'gulp', 'bin', 'gulp.js'), 'build'], { cwd: project });
	const { stdout } = await runFile('npm', ['pack', '--json', '--ignore-scripts', '--loglevel=error'], { cwd: project });
	const [{ filename }] = z.array(z.object({ filename: z.string() })).parse(JSON.parse(stdout));
	mkdirSync(installed, { recursive: true });
	await runFile('tar', ['-xzf', join(project, filename), '-C', installed, '--strip-components=1']);
	mkdirSync(modules);
	symlinkSync(join(root, 'node_modules', 'n8n-workflow'), join(modules, 'n8n-workflow'));
}

/** Runs a script in an empty folder, with n8n's module in reach and nothing else; what it prints is JSON. */
async function alone(script: string): Promise<unknown> {
	const folder = mkdtempSync(join(work, 'empty-'));
	writeFileSync(join(folder, 'run.cjs'), script);
	const { stdout } = await runFile(process.execPath, ['run.cjs'], { cwd: folder, env: { PATH: process.env.PATH, NODE_PATH: modules } });
	return JSON.parse(stdout);
}

beforeAll(packAndUnpack, 240_000);
afterAll(() => rmSync(work, { recursive: true, force: true }));

const packedFiles = (): string[] => readdirSync(installed, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name).slice(installed.length + 1));

it('holds the built nodes, their codex and icons, and no sources, tests or sandbox', () => {
	const files = packedFiles();
	for (const path of [...packageJson.n8n.nodes, ...packageJson.n8n.credentials]) expect(files).toContain(path);
	for (const path of packageJson.n8n.nodes) expect(files).toContain(path.replace(/\.js$/, '.json'));
	expect(files.filter((file) => /^dist\/icons\/.*\.svg$/.test(file)).length).toBeGreaterThanOrEqual(4);
	expect(files).toEqual(expect.arrayContaining(['package.json', 'LICENSE.md', 'README.md', 'THIRD_PARTY_NOTICES.md']));
	expect(files.filter((file) => (/\.(ts|map|tsbuildinfo)$/.test(file) && !file.endsWith('.d.ts')) || /(^|\/)(test|sandbox|host|scripts|docs|workflows)\//.test(file))).toEqual([]);
});

it('requires nothing but itself, n8n-workflow and crypto', () => {
	const asked = packedFiles()
		.filter((file) => file.endsWith('.js'))
		.flatMap((file) => [...readFileSync(join(installed, file), 'utf8').matchAll(/\brequire\(\s*["']([^"']+)["']\s*\)/g)].map(([, name]) => [file, name]));
	expect(asked.length).toBeGreaterThan(50);
	expect(asked.filter(([, name]) => !name.startsWith('.') && !['n8n-workflow', 'crypto', 'node:crypto'].includes(name))).toEqual([]);
});

it('speaks to no console', () => {
	const talking = packedFiles().filter((file) => file.endsWith('.js') && /\bconsole\.(log|warn|error|info)\(/.test(readFileSync(join(installed, file), 'utf8')));
	expect(talking).toEqual([]);
});

it('every node and credential loads, by the file\'s name, and is what its source says', async () => {
	const script = `
		const paths = ${JSON.stringify([...packageJson.n8n.nodes, ...packageJson.n8n.credentials])};
		const made = paths.map((path) => {
			const name = path.replace(/^.*\\//, '').replace(/\\.(node|credentials)\\.js$/, '');
			const Type = require(${JSON.stringify(installed)} + '/' + path)[name];
			const it = new Type();
			return it.description ? { name: it.description.name, properties: it.description.properties } : { name: it.name, properties: it.properties };
		});
		console.log(JSON.stringify(made));
	`;
	const expected = [
		...nodes.map(({ node: { description } }) => ({ name: description.name, properties: description.properties })),
		...credentials.map(({ name, properties }) => ({ name, properties })),
	];
	expect(await alone(script)).toEqual(JSON.parse(JSON.stringify(expected)));
});

it('a library that is not bundled would not be found there: the test above can fail', async () => {
	const found = await alone(`
		const found = {};
		for (const name of ['n8n-workflow', 'zod', 'liquidjs', 'n8n-core']) {
			try { require.resolve(name, { paths: [${JSON.stringify(installed)}] }); found[name] = true; } catch { found[name] = false; }
		}
		console.log(JSON.stringify(found));
	`);
	expect(found).toEqual({ 'n8n-workflow': true, zod: false, liquidjs: false, 'n8n-core': false });
});

it('the bundled zod validates, and refusals are this package\'s own', async () => {
	const told = await alone(`
		const { field } = require(${JSON.stringify(installed)} + '/dist/nodes/shared/operation/index.js');
		const { inputReader } = require(${JSON.stringify(installed)} + '/dist/nodes/shared/operation/readInput.js');
		const fields = { phone: field.optionalPhone({ displayName: 'Phone' }) };
		const read = (phone) => inputReader(fields, 'V')({ read: () => ({ ok: true, values: { phone } }) });
		console.log(JSON.stringify([read('+15551234567'), read('0555')]));
	`);
	expect(told).toMatchObject([{ ok: true, input: { phone: '+15551234567' } }, { ok: false, failure: { class: 'invalidInput', message: expect.stringContaining('E.164') } }]);
});

it('renders Liquid as the sources do: the conformance suite on the bundled files', async () => {
	const { cases, failures } = await runConformance(await import(join(installed, 'dist', 'nodes', 'shared', 'liquid', 'index.js')));
	expect(failures).toEqual([]);
	expect(cases).toBeGreaterThanOrEqual(400);
});
