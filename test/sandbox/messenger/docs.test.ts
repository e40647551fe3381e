/* eslint-disable @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-restricted-imports -- a test reads a file */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ERRORS } from '../../../sandbox/messenger/graph/errors';
import { RULES } from '../../../sandbox/messenger/rules';
import { ADA, startMessenger, type Messenger } from './harness';

const page = readFileSync(join(__dirname, '../../../docs/sandbox-messenger.md'), 'utf8');

test.each(Object.values(RULES))('docs/sandbox-messenger.md lists: $text ($certainty)', ({ text, certainty }) => {
	expect(page).toContain(`| ${text.replaceAll('|', '\\|')} | ${certainty} |`);
});

describe('every error that can be switched on', () => {
	let messenger: Messenger;
	beforeAll(async () => {
		messenger = await startMessenger();
	});
	afterAll(async () => await messenger.close());

	test.each(Object.keys(ERRORS))('%s comes with its code and subcode, and stands in the docs', async (name) => {
		await messenger.control('POST', '/messenger/errors', { error: name, times: 1 });
		const { error } = (await messenger.send(ADA)).body;
		expect([error?.code, error?.error_subcode].filter((part) => part !== undefined).join('/')).toBe(name);
		expect(page).toContain(`\`${name}\``);
	});
});
