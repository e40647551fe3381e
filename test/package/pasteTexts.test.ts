/* eslint-disable @n8n/community-nodes/no-restricted-imports -- reads the files that are to be pasted */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { readInboundMessage } from '../../nodes/Braze/intake/inboundMessage';
import { bodyToPaste, HEADERS_TO_PASTE } from '../../nodes/Braze/intake/pasteTexts';
import { root } from './packageJson';

const file = (name: string): string => readFileSync(join(root, 'workflows/braze-zendesk-sms/braze', name), 'utf8');

describe('what a marketer copies from the node is what the workflow\'s folder holds', () => {
	it.each([['first', 'first-text.webhook.liquid'], ['later', 'later-text.webhook.liquid']] as const)('the body of the %s text', (kind, name) => {
		expect(bodyToPaste(kind)).toBe(file(name).trimEnd());
	});

	it('the headers', () => {
		const headers = Object.entries(z.record(z.string()).parse(JSON.parse(file('webhook-headers.json')))).map(([name, value]) => `${name}: ${value.replace(/[<>]/g, '')}`);
		expect(headers.join('\n')).toBe(HEADERS_TO_PASTE);
	});
});

describe('the body', () => {
	const FIELD = /^ {2}"([a-z_]+)": "(.*)",?$/;
	const fields = bodyToPaste('first').split('\n').slice(1, -1).map((line) => FIELD.exec(line) ?? []);

	it('is JSON around its Liquid, with every text through json_escape and none that can be missing', () => {
		expect(fields.length).toBeGreaterThan(10);
		for (const [, name, value] of fields) {
			if (name === 'kind') continue;
			expect(value).toMatch(/^\{\{.*(\| default: ''|\| join: ' ') \| json_escape\}\}$/);
		}
		expect(() => JSON.parse(bodyToPaste('later').replace(/\{\{.*?\}\}/g, 'x'))).not.toThrow();
	});

	it('fills every field that the trigger reads', () => {
		const filled = Object.fromEntries(fields.map(([, name, value]) => [name, name === 'kind' ? value : `<${name}>`]));
		const read = readInboundMessage(JSON.stringify(filled), new Date(0));
		expect(read).toMatchObject({
			ok: true,
			event: {
				kind: 'first',
				text: '<text>',
				mediaUrls: ['<media_urls>'],
				zendeskTicket: '<zendesk_ticket>',
				deliveryId: '<dispatch_id>:<user_id>',
				customer: { externalId: '<user_id>', brazeId: '<braze_id>', name: '<first_name> <last_name>', phone: '<phone>', email: '<email>', language: '<language>' },
			},
		});
	});
});
