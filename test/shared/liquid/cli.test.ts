/* eslint-disable @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-dangerous-functions -- starts the command line tool */
import { spawn } from 'node:child_process';
import { join } from 'node:path';

const SCRIPT = join(__dirname, '../../../scripts/liquid.mjs');

function run(lines: string[], args: string[] = []): Promise<{ code: number | null; answers: unknown[]; complaint: string }> {
	return new Promise((resolve) => {
		const child = spawn(process.execPath, [SCRIPT, ...args], { stdio: ['pipe', 'pipe', 'pipe'] });
		let out = '';
		let complaint = '';
		child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
		child.stderr.on('data', (chunk: Buffer) => (complaint += chunk.toString()));
		child.on('close', (code) => resolve({ code, complaint, answers: out.split('\n').filter(Boolean).map((line) => JSON.parse(line)) }));
		child.stdin.end(lines.map((line) => `${line}\n`).join(''));
	});
}

const line = (value: object) => JSON.stringify(value);

describe('npm run liquid', () => {
	it('answers each line, in order', async () => {
		const { answers, code } = await run([
			line({ template: 'Hi {{${first_name}}}, {{custom_attribute.${plan}}}', context: { first_name: 'Ann', custom_attribute: { plan: 'gold' } } }),
			line({ template: "{% abort_message('why') %}", context: {} }),
			line({ template: 'a\n{{ x', context: {} }),
			'not json',
			line({ context: {} }),
			'',
			line({ template: '{{content_blocks.${A}}}', context: {}, contentBlocks: { A: 'block' } }),
			line({ template: '{% connected_content https://a.example/x :save r %}{{r.k}}', context: {}, http: { 'GET https://a.example/x': { status: 200, headers: {}, body: '{"k":"v"}' } } }),
			line({ template: '{% connected_content https://a.example/x :save r %}{{r.k}}', context: {}, http: { 'GET https://a.example/x': { status: 200, headers: {}, body: { k: 'object' } } } }),
			line({ template: '[{% connected_content https://a.example/unknown %}]', context: {}, http: {} }),
			line({ template: '{% message_extras :key a :value 1 %}x' }),
		], ['--dialect', 'braze']);
		expect(code).toBe(0);
		expect(answers).toEqual([
			{ text: 'Hi Ann, gold' },
			{ text: '', aborted: true, abortReason: 'why' },
			{ error: expect.stringMatching(/not closed.*line 2, column 1/), line: 2, column: 1 },
			{ error: expect.stringMatching(/not JSON/) },
			{ error: expect.stringMatching(/no "template"/) },
			{ text: 'block' },
			{ text: 'v' },
			{ text: 'object' },
			{ text: '[]', warnings: [expect.stringMatching(/answered 404/)] },
			{ text: 'x', messageExtras: { a: '1' } },
		]);
	});

	it('takes another dialect, for all lines or for one', async () => {
		const { answers } = await run([line({ template: '{{ticket.id}}', context: { ticket: { id: 7 } } }), line({ template: '{{${a}}}', context: { a: 'b' }, dialect: 'braze' })], ['--dialect', 'zendesk']);
		expect(answers).toEqual([{ text: '7' }, { text: 'b' }]);
	});

	it('is one process, fast for thousands of lines', async () => {
		const many = Array.from({ length: 5_000 }, (_, n) => line({ template: '{{${n}}} {% for i in (1..3) %}{{i}}{% endfor %}', context: { n } }));
		const { answers } = await run(many);
		expect(answers).toHaveLength(5_000);
		expect(answers[4_999]).toEqual({ text: '4999 123' });
	});

	it('names the dialects it knows', async () => {
		const { code, complaint, answers } = await run([], ['--dialect', 'mustache']);
		expect({ code, answers }).toEqual({ code: 1, answers: [] });
		expect(complaint).toMatch(/no dialect "mustache"[^]*braze\|clevertap\|zendesk/);
	});
});
