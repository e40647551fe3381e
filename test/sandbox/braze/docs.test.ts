/* eslint-disable @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-restricted-imports -- a test reads files */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { MESSAGING_RULES } from '../../../sandbox/braze/messages/messagingRules';

const page = readFileSync(join(__dirname, '../../../docs/sandbox-braze.md'), 'utf8');
const folder = join(__dirname, '../../../sandbox/braze');
const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' })
	.filter((file) => file.endsWith('.ts') && !file.endsWith('messagingRules.ts'))
	.map((file) => readFileSync(join(folder, file), 'utf8'))
	.join('\n');

test.each(Object.values(MESSAGING_RULES))('docs/sandbox-braze.md lists: $text ($certainty)', ({ text, certainty }) => {
	expect(page).toContain(`| ${text.replaceAll('|', '\\|')} | ${certainty} |`);
});

test.each(Object.keys(MESSAGING_RULES))('the rule %s is one that decides something', (name) => {
	expect(sources).toContain(`MESSAGING_RULES.${name}`);
});
