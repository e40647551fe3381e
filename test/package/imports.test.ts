/* eslint-disable @n8n/community-nodes/no-restricted-imports -- reads the sources */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { root } from './packageJson';

interface Import {
	/** From the root, with forward slashes. */
	file: string;
	/** A file from the root, or a package's name. */
	target: string;
	typeOnly: boolean;
}

const sources = ['nodes', 'credentials', 'sandbox'].flatMap((folder) =>
	readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).filter((file) => /\.tsx?$/.test(file)).map((file) => `${folder}/${file.replace(/\\/g, '/')}`),
);

/** `import … from`, `export … from`, `import('…')`, `require('…')`, bare `import '…'`. */
const IMPORT = /\b(?:import|export)\s+(type\s)?[^'"`;]*?\bfrom\s*['"]([^'"]+)['"]|\b(?:import|require)\s*\(\s*['"`]([^'"`]+)['"`]|^\s*import\s+['"]([^'"]+)['"]/gm;

const withoutComments = (text: string): string => text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');

const imports: Import[] = sources.flatMap((file) =>
	[...withoutComments(readFileSync(join(root, file), 'utf8')).matchAll(IMPORT)].map(([, typeOnly, from, called, bare]) => {
		const name = from ?? called ?? bare;
		return { file, target: name.startsWith('.') ? posix.join(dirname(file), name) : name, typeOnly: typeOnly !== undefined };
	}),
);

const isFile = (target: string): boolean => sources.some((file) => [`${target}.ts`, `${target}.tsx`, `${target}/index.ts`].includes(file)) || existsSync(join(root, target));
const own = ({ target }: Import): boolean => /^(nodes|credentials|sandbox|test|scripts|workflows)(\/|$)/.test(target) || target.startsWith('..');
const under = (...folders: string[]) => (path: string): boolean => folders.some((folder) => path === folder || path.startsWith(`${folder}/`));

/** The imports that break a rule, each as one line to read. */
const broken = (from: (file: string) => boolean, allowed: (entry: Import) => boolean): string[] =>
	imports.filter((entry) => from(entry.file) && !allowed(entry)).map(({ file, target }) => `${file} → ${target}`);

it('the imports are found, and each own one leads to a file', () => {
	expect(imports.length).toBeGreaterThan(300);
	expect(imports.filter((entry) => own(entry) && !isFile(entry.target)).map(({ file, target }) => `${file} → ${target}`)).toEqual([]);
});

describe('who may import whom', () => {
	const folders = [...new Set(sources.filter(under('nodes')).map((file) => file.split('/')[1]))];
	const vendors = folders.filter((folder) => folder !== 'shared' && folder !== 'MessageTemplate');

	it.each(vendors)('nodes/%s: itself and nodes/shared, no other vendor', (vendor) => {
		expect(broken(under(`nodes/${vendor}`), (entry) => !own(entry) || under(`nodes/${vendor}`, 'nodes/shared')(entry.target))).toEqual([]);
	});

	it('nodes/MessageTemplate, which is no vendor: Braze as well, whose profiles and content blocks it previews with', () => {
		expect(folders).toContain('MessageTemplate');
		expect(broken(under('nodes/MessageTemplate'), (entry) => !own(entry) || under('nodes/MessageTemplate', 'nodes/Braze', 'nodes/shared')(entry.target))).toEqual([]);
	});

	it('nodes/shared: nothing above it', () => {
		expect(broken(under('nodes/shared'), (entry) => !own(entry) || under('nodes/shared')(entry.target))).toEqual([]);
	});

	it('nodes/shared/transport, text, schema and liquid: not even the operations above them', () => {
		expect(broken(under('nodes/shared/transport'), (entry) => !own(entry) || under('nodes/shared/transport', 'nodes/shared/text', 'nodes/shared/schema')(entry.target))).toEqual([]);
		expect(broken(under('nodes/shared/text'), (entry) => !own(entry) || under('nodes/shared/text')(entry.target))).toEqual([]);
		expect(broken(under('nodes/shared/schema'), (entry) => !own(entry) || under('nodes/shared/schema')(entry.target))).toEqual([]);
		expect(broken(under('nodes/shared/liquid'), (entry) => !own(entry) || under('nodes/shared/liquid')(entry.target))).toEqual([]);
	});

	it('credentials: n8n and crypto, nothing of ours', () => {
		expect(broken(under('credentials'), ({ target }) => ['n8n-workflow', 'crypto'].includes(target))).toEqual([]);
	});

	it('nodes: never the sandbox', () => {
		expect(broken(under('nodes', 'credentials'), ({ target }) => !under('sandbox')(target))).toEqual([]);
	});

	it('the sandbox: never the nodes, so that a shared mistake cannot cancel out; only Braze\'s Liquid is rendered by the one library', () => {
		expect(broken(under('sandbox'), ({ file, target }) => !under('nodes', 'credentials')(target) || (under('sandbox/braze')(file) && under('nodes/shared/liquid')(target)))).toEqual([]);
	});
});

describe('packages', () => {
	const WRAPPERS: Record<string, string> = { 'nodes/shared/schema/zod.ts': 'zod', 'nodes/shared/liquid/engine.ts': 'liquidjs' };

	it('the nodes use n8n-workflow and crypto, and nothing that an installed package would not find', () => {
		const allowed = (entry: Import): boolean => own(entry) || ['n8n-workflow', 'crypto'].includes(entry.target) || WRAPPERS[entry.file] === entry.target;
		expect(broken(under('nodes', 'credentials'), allowed)).toEqual([]);
	});

	it.each(Object.entries(WRAPPERS))('%s is the one importer of %s, and imports nothing else: the build rewrites it in place', (file, library) => {
		expect([...new Set(imports.filter((entry) => entry.file === file).map(({ target }) => target))]).toEqual([library]);
	});

	it('the build bundles exactly these files', () => {
		const [, list] = /const BUNDLED = \[([^\]]*)\]/.exec(readFileSync(join(root, 'gulpfile.js'), 'utf8')) ?? [];
		expect((list ?? '').split(',').map((entry) => entry.trim().replace(/'/g, '')).sort()).toEqual(Object.keys(WRAPPERS).sort());
	});
});
