/* eslint-disable @n8n/community-nodes/no-restricted-imports -- looks for the files of scenes and tests */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './packageJson';

const read = (...path: string[]): string => readFileSync(join(root, ...path), 'utf8');

/** What a scene calls itself, as `--only` takes it, and its integration. */
const scenes = new Map(
	['scripts/scenes', 'test/e2e'].flatMap((folder) =>
		readdirSync(join(root, folder), { encoding: 'utf8', recursive: folder === 'scripts/scenes' })
			.filter((file) => file.endsWith('.mjs'))
			.map((file): [string, string] => {
				const text = read(folder, file);
				const said = (what: string): string => new RegExp(`^export const ${what} = '([^']+)';`, 'm').exec(text)?.[1] ?? '';
				return [said('name'), said('integration')];
			}),
	),
);

/** Rows of the tables whose last column is "shown by": the integration's heading, the promise, and what shows it. */
const promises = read('docs', 'promises.md')
	.split(/^### /m)
	.slice(1)
	.flatMap((part) => {
		const [heading] = part.split('\n');
		const [, table = ''] = /\| promise \| shown by \|\n\|[-|]+\|\n((?:\|.*\n)*)/.exec(part) ?? [];
		return table.split('\n').flatMap((row) => {
			const [, promise, shownBy] = /^\| (.+) \| (.+) \|$/.exec(row) ?? [];
			return promise === undefined ? [] : [{ heading, promise, shownBy: [...shownBy.matchAll(/`([^`]+)`/g)].map(([, name]) => name) }];
		});
	});

const isThere = (name: string): boolean => (name.includes('/') ? existsSync(join(root, name)) : scenes.has(name));

it('there are promises of every integration', () => {
	const integrations = readdirSync(join(root, 'workflows'), { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []));
	const shown = new Set(promises.flatMap(({ shownBy }) => shownBy.map((name) => scenes.get(name))));
	expect(integrations.filter((integration) => !shown.has(integration))).toEqual([]);
	expect(new Set(promises.map(({ heading }) => heading)).size).toBe(integrations.length);
});

it.each(promises)('$heading: $promise', ({ shownBy }) => {
	expect(shownBy.length).toBeGreaterThan(0);
	expect(shownBy.filter((name) => !isThere(name))).toEqual([]);
});
