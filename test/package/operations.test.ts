/* eslint-disable @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-restricted-imports -- reads the repository's own files */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { operationsPage } from '../support/operationsTable';
import { vendors } from '../support/vendors';

const operations = vendors.flatMap(({ name, resources }) =>
	Object.values(resources).flatMap((resource) => Object.entries(resource.operations).map(([key, { about }]) => ({ what: `${name}: ${resource.name} · ${key}`, about }))),
);

it.each(operations)('$what says which endpoints it may call', ({ about }) => {
	expect(about.calls).not.toHaveLength(0);
	expect(about.calls).toEqual(about.calls?.map(() => expect.stringMatching(/^(GET|POST|PUT|PATCH|DELETE) \/\S*$/)));
});

it('docs/operations.md is what the declarations say (npm run operations)', () => {
	expect(readFileSync(join(__dirname, '..', '..', 'docs', 'operations.md'), 'utf8')).toBe(operationsPage(vendors));
});
