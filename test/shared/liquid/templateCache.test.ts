/* eslint-disable @n8n/community-nodes/no-restricted-globals -- a slow source of content blocks needs the event loop */
import { DEFAULT_LIMITS, renderMessage, TemplateError } from '../../../nodes/shared/liquid';
import { Compiler } from '../../../nodes/shared/liquid/compiler';
import { braze } from '../../../nodes/shared/liquid/dialects/braze';

describe('compiled templates', () => {
	it('are kept and used again', () => {
		const compiler = new Compiler(braze);
		expect(compiler.compile('{{ a }}', DEFAULT_LIMITS)).toBe(compiler.compile('{{ a }}', DEFAULT_LIMITS));
	});

	it('are bounded in number; the one used last stays', () => {
		const compiler = new Compiler(braze);
		const first = compiler.compile('first', DEFAULT_LIMITS);
		const second = compiler.compile('second', DEFAULT_LIMITS);
		for (let number = 0; number < 199; number++) {
			compiler.compile(`other ${number}`, DEFAULT_LIMITS);
			compiler.compile('second', DEFAULT_LIMITS);
		}
		expect(compiler.compile('second', DEFAULT_LIMITS)).toBe(second);
		expect(compiler.compile('first', DEFAULT_LIMITS)).not.toBe(first);
	});

	it('are bounded in size', () => {
		const compiler = new Compiler(braze);
		const first = compiler.compile('first', DEFAULT_LIMITS);
		for (let number = 0; number < 5; number++) compiler.compile(`${number}${'x'.repeat(450_000)}`, DEFAULT_LIMITS);
		expect(compiler.compile('first', DEFAULT_LIMITS)).not.toBe(first);
	});

	it('are parsed anew under other limits', async () => {
		const template = '{% if true %}x{% endif %}';
		const options = { dialect: 'braze', context: {} } as const;
		expect((await renderMessage(template, options)).text).toBe('x');
		await expect(renderMessage(template, { ...options, limits: { depth: 0 } })).rejects.toThrow(TemplateError);
		expect((await renderMessage(template, options)).text).toBe('x');
	});

	it('keep errors of a content block apart from the same text as a template', async () => {
		const options = { dialect: 'braze', context: {}, contentBlocks: { B: '{{ 1 | divided_by: 0 }}' } } as const;
		await expect(renderMessage('{{ 1 | divided_by: 0 }}', options)).rejects.toMatchObject({ block: undefined, line: 1, column: 1 });
		await expect(renderMessage('\n{{content_blocks.${B}}}', options)).rejects.toMatchObject({ block: 'B', line: 1, column: 1 });
	});
});

describe('limits and dialects given by the caller', () => {
	it('a limit given as undefined keeps its default', async () => {
		await expect(renderMessage('x'.repeat(500_001), { dialect: 'braze', context: {}, limits: { templateLength: undefined } })).rejects.toThrow(/longer than 500000/);
	});

	it('an unknown dialect is told', async () => {
		const options = JSON.parse('{"dialect":"mustache","context":{}}');
		await expect(renderMessage('x', options)).rejects.toThrow(/no dialect "mustache"/);
	});

	it('time spent waiting for others does not count', async () => {
		const wait = () => new Promise<void>((resolve) => setImmediate(resolve));
		const contentBlocks = async () => {
			const begin = performance.now();
			while (performance.now() - begin < 60) await wait();
			return 'late';
		};
		const { text } = await renderMessage('{{content_blocks.${A}}}', { dialect: 'braze', context: {}, contentBlocks, limits: { renderTime: 50 } });
		expect(text).toBe('late');
	});
});
