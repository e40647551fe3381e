/* eslint-disable @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-restricted-imports -- a test reads a file */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { RULES } from '../../../sandbox/zendesk/rules';

const page = readFileSync(join(__dirname, '../../../docs/sandbox-zendesk.md'), 'utf8');

test.each(Object.values(RULES))('docs/sandbox-zendesk.md lists: $text ($certainty)', ({ text, certainty }) => {
	expect(page).toContain(`| ${text.replaceAll('|', '\\|')} | ${certainty} |`);
});
