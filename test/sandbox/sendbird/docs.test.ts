/* eslint-disable @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-restricted-imports -- a test reads a file */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ERRORS } from '../../../sandbox/sendbird/errors';
import { RULES } from '../../../sandbox/sendbird/rules';
import { RULES as NOTIFICATION_RULES } from '../../../sandbox/sendbirdNotifications/rules';
import { ADA, NOTIFICATIONS, startSendbird, type Sendbird } from './harness';

const page = readFileSync(join(__dirname, '../../../docs/sandbox-sendbird.md'), 'utf8');

test.each([...Object.values(RULES), ...Object.values(NOTIFICATION_RULES)])('docs/sandbox-sendbird.md lists: $text ($certainty)', ({ text, certainty }) => {
	expect(page).toContain(`| ${text.replaceAll('|', '\\|')} | ${certainty} |`);
});

test('no rule in the docs is one that the sandbox forgot', () => {
	const texts = [...Object.values(RULES), ...Object.values(NOTIFICATION_RULES)].map(({ text }) => text);
	const listed = [...page.matchAll(/^\| (.+) \| (?:documented|observed|unconfirmed|sandbox) \|$/gm)].map(([, text]) => text.replaceAll('\\|', '|'));
	expect(listed.filter((text) => !texts.includes(text as never))).toEqual([]);
});

describe('every error that can be switched on', () => {
	let sendbird: Sendbird;
	beforeAll(async () => {
		sendbird = await startSendbird();
	});
	afterAll(async () => await sendbird.close());

	test.each(Object.keys(ERRORS))('%s comes with its code, and stands in the docs', async (code) => {
		await sendbird.sendbird('POST', '/errors', { code, call: 'GET /v3/users/*', times: 1 });
		expect((await sendbird.chat('GET', `/users/${ADA}`)).body).toMatchObject({ error: true, code: Number(code) });
		await sendbird.sendbird('POST', '/errors', { code, call: 'GET /v1/templates', times: 1 });
		expect((await sendbird.notify('GET', '/v1/templates', undefined, NOTIFICATIONS)).body).toMatchObject({ code: Number(code) });
		expect((await sendbird.chat('GET', `/users/${ADA}`)).status).toBe(200);
		expect(page).toContain(`\`${code}\``);
	});
});
