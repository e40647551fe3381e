/* eslint-disable @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-restricted-imports -- the test reads the pasted files */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readSetup } from '../../../sandbox/braze/controls/setupFile';

const FOLDER = join(__dirname, '..', '..', '..', 'workflows', 'braze-zendesk-sms', 'braze');
const readme = readFileSync(join(FOLDER, 'README.md'), 'utf8');
const setup = readSetup();
const webhooks = setup.campaigns.filter((campaign) => campaign.type === 'webhook');
const texts = setup.campaigns.filter((campaign) => campaign.type === 'sms');

describe('the texts that marketers paste', () => {
	it('are four webhook campaigns on inbound SMS and two API-triggered SMS campaigns, all re-eligible', () => {
		expect(webhooks.map(({ delivery }) => delivery.type === 'action-based' && delivery.category)).toEqual(['ZendeskSMS1', 'Other', 'Opt-in', 'Help']);
		expect(texts.map(({ delivery }) => delivery.type)).toEqual(['api-triggered', 'api-triggered']);
		expect(setup.campaigns.every(({ reEligibility }) => reEligibility)).toBe(true);
	});

	it('have no audience filter: later texts must get through before the attribute is there', () => {
		expect(setup.campaigns.map(({ audience }) => audience)).toEqual([null, null, null, null, null, null]);
	});

	it('the two webhook bodies differ in their kind alone', () => {
		const [first, later] = webhooks.map(({ webhook }) => webhook.body);
		expect(first).toContain('"kind": "first"');
		expect(later).toBe(first.replace('"kind": "first"', '"kind": "later"'));
	});

	it.each(webhooks.map(({ name, webhook }) => [name, webhook.body]))('%s: every value goes through json_escape', (_, body) => {
		const outputs = body.match(/\{\{.*?\}\}(?=")/g) ?? [];
		expect(outputs).toHaveLength(11);
		for (const output of outputs) expect(output).toMatch(/\| json_escape\}\}$/);
	});

	it('use the filters of Braze alone', () => {
		const bodies = [...webhooks.map(({ webhook }) => webhook.body), ...texts.map(({ sms }) => sms.body)];
		const filters = bodies.flatMap((body) => [...body.matchAll(/\|\s*(\w+)/g)].map((match) => match[1]));
		expect([...new Set(filters)].sort()).toEqual(['default', 'join', 'json_escape']);
	});

	it.each(texts.map(({ name, sms }) => [name, sms.body]))('%s ends with a blank line and opt-out words', (_, body) => {
		expect(body.endsWith('\n\nReply STOP to opt out.')).toBe(true);
	});

	it('post as text/plain with a secret', () => {
		for (const { webhook } of webhooks) {
			expect(webhook.headers).toEqual({ 'Content-Type': 'text/plain', Authorization: 'Bearer <YOUR_WEBHOOK_SECRET>' });
			expect(webhook.url).toBe('<YOUR_WEBHOOK_URL>');
		}
	});

	it('stand in the README under the same names, with the same auto-reply', () => {
		for (const { name } of setup.campaigns) expect(readme).toContain(`"${name}"`);
		const support = setup.group.keywordCategories.find(({ category }) => category === 'ZendeskSMS1');
		expect(readme).toContain(support?.reply ?? 'no such category');
		for (const [, file] of readme.matchAll(/\]\(([\w.-]+)\)/g)) expect(readFileSync(join(FOLDER, file), 'utf8')).not.toBe('');
	});
});
