/* eslint-disable @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-dangerous-functions -- runs the script, reads the texts that ship */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readCampaignMessage } from '../../nodes/Braze/intake/campaignMessage';
import { renderMessage } from '../../nodes/shared/liquid';
import { root } from './packageJson';
import { workflows } from './workflows';

const folder = join(root, 'workflows', 'braze-sendbird', 'braze');
const scratch = mkdtempSync(join(tmpdir(), 'bodies-'));
afterAll(() => rmSync(scratch, { recursive: true }));

const script = (...args: string[]) => spawnSync(process.execPath, [join(root, 'scripts', 'sendbirdBodies.mjs'), ...args], { encoding: 'utf8' });

function bodyOf(template: object, ...args: string[]): string {
	const file = join(scratch, 'template.json');
	writeFileSync(file, JSON.stringify(template));
	const { status, stdout, stderr } = script('--template', file, ...args);
	expect([status, stderr]).toEqual([0, '']);
	return stdout;
}

const NASTY = 'O\'Hara "Frank"\nback\\slash';

/** A profile whose values would break a JSON that nobody escapes. */
const context = {
	campaign: { dispatch_id: 'd1', api_id: 'c1', name: 'Sale "now"' },
	user_id: 'cust-42',
	braze_id: 'b42',
	first_name: NASTY,
	custom_attribute: { sendbird_id: 'sb-42', order: NASTY },
};

const rendered = async (body: string): Promise<string> => (await renderMessage(body, { dialect: 'braze', context })).text;

const ORDER = { key: 'order-shipped', variable_schema: [{ key: 'first_name' }, { key: 'order' }] };

it.each([['n8n'], ['sendbird']])('ships what it prints for the sample template, to %s', (to) => {
	const { stdout } = script('--template', join(folder, 'order-shipped.template.json'), '--to', to);
	expect(stdout).toBe(readFileSync(join(folder, `order-shipped.to-${to}.webhook.liquid`), 'utf8'));
});

it.each(['1-canvas-realtime', '2-campaign-batch'])('gives the same body for copying in %s', (name) => {
	const trigger = workflows.find(({ file }) => file === `braze-sendbird/${name}.json`)?.nodes.find(({ type }) => type.endsWith('.brazeTrigger'));
	expect(`${String(trigger?.parameters.campaignBodyToPaste)}\n`).toBe(readFileSync(join(folder, 'order-shipped.to-n8n.webhook.liquid'), 'utf8'));
});

it('prints a body that the Braze Trigger reads, whatever the profile holds', async () => {
	const read = readCampaignMessage(await rendered(bodyOf(ORDER, '--event', 'Order "notification"')), new Date(0));
	expect(read).toMatchObject({
		ok: true,
		event: { deliveryId: 'd1:cust-42', properties: { sendbird_id: 'sb-42', template_key: 'order-shipped', event_name: 'Order "notification"', variables: { first_name: NASTY, order: NASTY } } },
	});
});

it('prints a body for Sendbird in the documented shape of a send', async () => {
	expect(JSON.parse(await rendered(bodyOf(ORDER, '--to', 'sendbird', '--event', 'E')))).toEqual({
		template: { key: 'order-shipped', variables: { 'sb-42': { first_name: NASTY, order: NASTY } } },
		targets: ['sb-42'],
		event_name: 'E',
		external_id: 'cust-42',
	});
});

it.each([['n8n'], ['sendbird']])('prints JSON for a template without variables, to %s', async (to) => {
	expect(() => JSON.parse(bodyOf({ template: { template_key: 'welcome', key: 'ignored' } }, '--to', to))).not.toThrow();
	expect(bodyOf({ template_key: 'welcome', key: 'ignored' }, '--to', to)).toContain('"welcome"');
});

it.each([
	['no template', [], 'No template is named'],
	['a file that is not there', ['--template', '/nowhere.json'], 'cannot be read'],
	['nobody to post to', ['--template', join(folder, 'order-shipped.template.json'), '--to', 'clevertap'], '--to clevertap'],
	['a file without a template', ['--template', join(folder, 'webhook-headers.json')], 'holds no template'],
])('says what is wrong: %s', (_, args, message) => {
	const { status, stderr, stdout } = script(...args);
	expect([status === 0, stdout]).toEqual([false, '']);
	expect(stderr).toContain(message);
});
