/* eslint-disable @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-restricted-imports -- a test reads a file */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CODES } from '../../../sandbox/clevertap/upload/recordError';
import { REGIONS } from '../../../sandbox/clevertap/regions';
import { RULES } from '../../../sandbox/clevertap/rules';
import { DEFAULT_SETTINGS } from '../../../sandbox/clevertap/seed';

const page = readFileSync(join(__dirname, '../../../docs/sandbox-clevertap.md'), 'utf8');

test.each(Object.values(RULES))('docs/sandbox-clevertap.md lists: $text ($certainty)', ({ text, certainty }) => {
	expect(page).toContain(`| ${text.replaceAll('|', '\\|')} | ${certainty} |`);
});

test.each(Object.keys(CODES))('code %s stands in the docs', (code) => {
	expect(page).toMatch(new RegExp(`\\b${code}\\b`));
});

test.each([...REGIONS, ...Object.keys(DEFAULT_SETTINGS)])('%s stands in the docs', (name) => {
	expect(page).toContain(`\`${name}\``);
});

it('no rule stands in the docs that is not modelled', () => {
	const rows = [...page.matchAll(/^\| (.+) \| (documented|observed|unconfirmed|sandbox) \|$/gm)].map(([, text]) => text.replaceAll('\\|', '|'));
	const texts: string[] = Object.values(RULES).map(({ text }) => text);
	expect(rows.filter((row) => !texts.includes(row))).toEqual([]);
});
