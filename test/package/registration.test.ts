/* eslint-disable @n8n/community-nodes/no-restricted-imports -- looks at the files of the package */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { credentials, nodes, packageJson, root, sourceOf } from './packageJson';

const filesUnder = (folder: string, ending: string): string[] =>
	readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith(ending)).map((file) => `dist/${folder}/${file.replace(/\\/g, '/').replace(/\.ts$/, '.js')}`);

describe('package.json', () => {
	it('registers every node and every credential there is, and nothing else', () => {
		expect([...packageJson.n8n.nodes].sort()).toEqual(filesUnder('nodes', '.node.ts').sort());
		expect([...packageJson.n8n.credentials].sort()).toEqual(filesUnder('credentials', '.credentials.ts').sort());
	});

	it('names only what exists', () => {
		for (const path of [...packageJson.n8n.nodes, ...packageJson.n8n.credentials]) expect([path, existsSync(`${sourceOf(path)}.ts`)]).toEqual([path, true]);
	});

	it('has no runtime dependencies: n8n strips and forbids them', () => {
		for (const field of ['dependencies', 'optionalDependencies', 'bundledDependencies', 'overrides', 'resolutions']) expect(packageJson).not.toHaveProperty(field);
		expect(packageJson.peerDependencies).toEqual({ 'n8n-workflow': '*' });
	});

	it('has no script that runs when somebody installs it', () => {
		for (const script of ['prepare', 'preinstall', 'install', 'postinstall', 'prepublish']) expect(packageJson.scripts).not.toHaveProperty(script);
	});

	it('says what n8n looks for', () => {
		expect(packageJson).toMatchObject({ license: 'MIT', n8n: { n8nNodesApiVersion: 1, strict: true } });
		expect(packageJson.keywords).toContain('n8n-community-node-package');
	});
});

const codex = z.object({
	node: z.string(),
	nodeVersion: z.string(),
	codexVersion: z.string(),
	categories: z.array(z.string()).min(1),
	alias: z.array(z.string()).min(1),
	resources: z.object({ credentialDocumentation: z.array(z.object({ url: z.string().url() })).min(1), primaryDocumentation: z.array(z.object({ url: z.string().url() })).min(1) }),
});

describe.each(nodes)('$path', ({ path, node: { description } }) => {
	it('has its codex beside it, with resources: without them n8n ignores it whole', () => {
		const read = codex.parse(JSON.parse(readFileSync(`${sourceOf(path)}.json`, 'utf8')));
		expect(read.node).toBe(`${packageJson.name}.${description.name}`);
	});

	it('asks only for credentials of this package: built-in ones cannot be borrowed', () => {
		expect(credentials.map(({ name }) => name)).toEqual(expect.arrayContaining((description.credentials ?? []).map(({ name }) => name)));
		expect(description.credentials).not.toEqual([]);
	});

	it('has icons that exist, light and dark', () => {
		const { icon } = description;
		const files = typeof icon === 'object' ? [icon.light, icon.dark] : [];
		expect(new Set(files).size).toBe(2);
		for (const file of files) expect(existsSync(join(dirname(sourceOf(path)), file.replace(/^file:/, '')))).toBe(true);
	});
});

describe('credentials', () => {
	const TAKEN = ['zendeskApi', 'zendeskOAuth2Api', 'facebookGraphApi', 'facebookGraphApiOAuth2Api', 'facebookGraphAppApi', 'slackApi', 'whatsAppApi', 'brazeApi'];

	it.each(credentials)('$name: an own name, icons, documentation and a test', (credential) => {
		expect(TAKEN).not.toContain(credential.name);
		expect(credential.name).toMatch(/Api$/);
		expect(z.string().url().safeParse(credential.documentationUrl).success).toBe(true);
		// Declared on the class, or a method of each node that takes it.
		const testers = nodes.flatMap(({ node }) => (node.description.credentials ?? []).filter(({ name }) => name === credential.name).map(({ testedBy }) => node.methods?.credentialTest?.[String(testedBy)]));
		expect(credential.test !== undefined || (testers.length > 0 && testers.every((tester) => typeof tester === 'function'))).toBe(true);
		const { icon } = credential;
		for (const file of typeof icon === 'object' ? [icon.light, icon.dark] : ['']) expect(existsSync(join(root, 'credentials', file.replace(/^file:/, '')))).toBe(true);
	});
});
