/* eslint-disable @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-dangerous-functions -- the demo’s scripts are modules: they run in a process of their own */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Play } from '../../sandbox/page/pageTypes';

const LIB = join(__dirname, '..', '..', 'scripts', 'lib', 'world');

/** As the demo makes them, without an n8n. */
function plays(): Play[] {
	const folder = mkdtempSync(join(tmpdir(), 'plays-'));
	const script = `
		const { prepareWorkflows } = await import(${JSON.stringify(join(LIB, 'prepareWorkflows.mjs'))});
		const { playsOf } = await import(${JSON.stringify(join(LIB, 'plays.mjs'))});
		const workflows = prepareWorkflows(${JSON.stringify(folder)});
		const made = playsOf({ workflows, webhookOf: (file, type) => 'http://hooks/' + file + '/' + type, n8nUrl: 'http://n8n', webhookSecret: 'the-secret' });
		process.stdout.write(JSON.stringify(made));
	`;
	try {
		return JSON.parse(execFileSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' })) as Play[];
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

describe('what the page’s consoles offer', () => {
	const all = plays();
	const started = all.filter(({ calls }) => calls !== undefined);
	const bodyOf = (title: string): string => {
		const body = started.find((play) => play.title === title)?.calls?.[0].body;
		if (typeof body !== 'object' || body === null || !('body' in body)) throw new Error(`${title} posts no body`);
		return String(body.body);
	};

	it('has each documented campaign, of Braze and of CleverTap', () => {
		expect(started.map(({ console: of, title }) => `${of}: ${title}`)).toEqual([
			'braze: Canvas: order shipped', 'braze: Batch campaign: order shipped', 'braze: Ada follows her Messenger link', 'braze: Campaign to Messenger',
			'clevertap: Single: order shipped', 'clevertap: Multi: spring sale',
		]);
	});

	it('fills the shipped body in as its author would: the demo’s customers have no sendbird_id and no order', () => {
		for (const title of ['Canvas: order shipped', 'Batch campaign: order shipped']) {
			expect(bodyOf(title)).toContain('"order": "A-1042"');
			expect(bodyOf(title)).toContain('"Order notification"');
			expect(bodyOf(title)).toContain('{{${user_id}');
			expect(bodyOf(title)).not.toContain('sendbird_id}');
		}
	});

	it('sends what waits of a batch by the form of that very workflow', () => {
		const form = all.find(({ title, calls }) => title === 'Send what waits' && calls === undefined)?.link;
		expect(form).toMatch(/^http:\/\/n8n\/form\//);
		expect(started.find(({ title }) => title.startsWith('Batch'))?.link).toBe(form);
	});

	it('tells SmarterSends as a story, the owner’s plan filled in', () => {
		const steps = all.filter(({ hint }) => hint?.startsWith('Braze × SmarterSends · '));
		expect(steps.map(({ hint }) => /· (\d)\./.exec(hint ?? '')?.[1])).toEqual(['1', '2', '3', '4', undefined, undefined]);
		const plan = new URL(steps[1].link ?? '').searchParams;
		expect(plan.get('date')).toMatch(/^\d{4}-\d\d-\d\d$/);
		expect(plan.get('text')).not.toBe('');
	});

	it('names the login of a form that asks for one, and no other secret', () => {
		expect(all.find(({ title }) => title === 'SmarterSends: report')?.hint).toContain('sign in as office');
		expect(JSON.stringify(all.filter(({ console: of }) => of === 'braze'))).not.toContain('the-secret');
	});
});
