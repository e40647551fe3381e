/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- names a file for a thread of its own */
import { join } from 'node:path';
import fc from 'fast-check';
import { Aside } from '../../support/aside';
import { sections } from './cases';
import type { SuiteCase, WildOutcome, WildRender } from './renderAside';
import { renderMessage, TemplateError, type DialectName, type Rendered } from '../../../nodes/shared/liquid';

/** Pieces that mean something to the grammar, so that random templates get past its first step. */
const PIECES = [
	'{{', '}}', '{%', '%}', '${', '}', '{', '-', '{{-', '-%}', '|', ':', ',', '.', '[', ']', '(', ')', '..', '"', "'", '\\', '\n', ' ', '&&',
	'if', 'elsif', 'else', 'endif', 'unless', 'endunless', 'for', 'in', 'endfor', 'case', 'when', 'endcase', 'assign', 'capture', 'endcapture',
	'cycle', 'raw', 'endraw', 'comment', 'endcomment', 'liquid', 'echo', 'tablerow', 'endtablerow', 'increment', 'abort_message', 'promotion',
	'connected_content', 'catalog_items', 'message_extras', ':key', ':value', ':save', 'content_blocks', 'custom_attribute', 'a', 'b', 'x y',
	'=', '==', '!=', '>', 'contains', 'and', 'or', 'nil', 'blank', 'empty', 'true', '1', '0', '3.0', '-7', '(1..9)', 'limit:2', 'reversed',
	'upcase', 'split', 'join', 'plus', 'divided_by', 'date', 'default', 'json_escape', 'json_parse', 'slice', 'replace', 'truncate', 'sort', 'map',
	'{{custom_attribute.${a}}}', '{% if a %}', '{% endif %}', '{{ a | join: b }}', '{% for i in a %}', '{% endfor %}', '{{ x }', 'é', '😀', '\u0000', '\ud800',
];

const template = fc.oneof(
	fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }).map((pieces) => pieces.join('')),
	fc.array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ maxLength: 5 })), { maxLength: 40 }).map((pieces) => pieces.join(' ')),
	fc.string({ maxLength: 200 }),
);
const dialect = fc.constantFrom<DialectName>('braze', 'clevertap', 'zendesk');
const data = fc.dictionary(fc.constantFrom('a', 'b', 'x', 'custom_attribute', 'content_blocks', '__proto__', 'forloop'), fc.jsonValue({ maxDepth: 4 }));
async function outcome(text: string, name: DialectName, context: Record<string, unknown>): Promise<Rendered | TemplateError> {
	try {
		return await renderMessage(text, { dialect: name, context, contentBlocks: { a: text, b: 'x' }, http: async () => ({ status: 200, headers: {}, body: text }) });
	} catch (error) {
		return error instanceof TemplateError ? error : Promise.reject(error);
	}
}

/** The limit of time is off: each of these must come to its end by what is counted (pieces, depth, work, calls). */
describe('without a look at the clock', () => {
	const aside = new Aside<WildRender | SuiteCase, WildOutcome | string | undefined>(join(__dirname, 'renderAside.ts'));
	afterAll(async () => await aside.close());

	it('wild templates come to an end, with a text or with our error', async () => {
		await fc.assert(
			fc.asyncProperty(template, dialect, data, async (text, name, context) => {
				const result = await aside.ask({ template: text, dialect: name, context });
				if (typeof result !== 'object') throw new Error(`no outcome: ${result}`);
				if ('text' in result) {
					expect(typeof result.text).toBe('string');
					return;
				}
				const lines = text.split('\n');
				expect(result.line).toBeGreaterThanOrEqual(1);
				if (result.block !== undefined) return;
				expect(result.line).toBeLessThanOrEqual(lines.length);
				expect(result.column).toBeLessThanOrEqual(lines[result.line - 1].length + 1);
			}),
			{ numRuns: 3_000 },
		);
	});

	it('so does every case of the suite, the hostile ones with the same error', async () => {
		const wrong: string[] = [];
		for (const { title, cases } of sections) {
			for (const [index, [text]] of cases.entries()) {
				const told = await aside.ask({ title, index });
				if (told !== undefined) wrong.push(`${text.slice(0, 200)} -> ${JSON.stringify(told)}`);
			}
		}
		expect(wrong).toEqual([]);
	});
});

describe('wild templates', () => {
	it('leave the data they are given as it was', async () => {
		await fc.assert(
			fc.asyncProperty(template, data, async (text, context) => {
				const before = structuredClone(context);
				await outcome(text, 'braze', context);
				expect(context).toEqual(before);
			}),
			{ numRuns: 500 },
		);
	});

	it('render the same twice, the second time from the cache', async () => {
		await fc.assert(
			fc.asyncProperty(template, data, async (text, context) => {
				const [first, second] = [await outcome(text, 'braze', context), await outcome(text, 'braze', context)];
				expect(JSON.stringify(second)).toBe(JSON.stringify(first));
			}),
			{ numRuns: 500 },
		);
	});
});

describe('one render knows nothing of another', () => {
	const marker = 'value-0f-4n07h3r-r3nd3r';

	it('whatever ran before', async () => {
		await fc.assert(
			fc.asyncProperty(template, template, async (first, second) => {
				await outcome(`{% assign leak = custom_attribute.\${a} %}{% increment leak2 %}${first}`, 'braze', { a: marker, b: marker, custom_attribute: { a: marker } });
				const result = await outcome(`${second}{{ leak }}{{ a }}`, 'braze', { b: 1 });
				expect(JSON.stringify(result) + (result instanceof Error ? result.message : '')).not.toContain(marker);
			}),
			{ numRuns: 1_000 },
		);
	});

	it('when many wait for content blocks at the same time', async () => {
		const one = async (id: number) => {
			const { text } = await renderMessage('{% assign mine = ${user_id} %}{{content_blocks.${A}}}{% increment n %}{{content_blocks.${B}}}{{mine}}', {
				dialect: 'braze',
				context: { user_id: `u${id}` },
				contentBlocks: async (name) => {
					for (let turn = 0; turn < id % 7; turn++) await Promise.resolve();
					return `${name}{{mine}}-{{\${user_id}}};`;
				},
			});
			return text;
		};
		const texts = await Promise.all(Array.from({ length: 50 }, (_, id) => one(id)));
		expect(texts).toEqual(texts.map((_, id) => `Au${id}-u${id};0Bu${id}-u${id};u${id}`));
	});
});

describe('texts and names of any kind', () => {
	const name = fc.string({ minLength: 1, maxLength: 20 }).map((text) => text.replace(/\}/g, '').trim()).filter((text) => text !== '' && text !== '__proto__');

	it('text without delimiters comes out as it went in', async () => {
		await fc.assert(
			fc.asyncProperty(fc.string({ maxLength: 300 }).filter((text) => !/\{[{%]/.test(text)), async (text) => {
				expect((await renderMessage(text, { dialect: 'braze', context: {} })).text).toBe(text);
			}),
		);
	});

	it('an attribute may have any name without a closing brace', async () => {
		await fc.assert(
			fc.asyncProperty(name, fc.string(), async (key, value) => {
				const context = { custom_attribute: { [key]: value } };
				const printed = await renderMessage(`<{{custom_attribute.\${${key}}}}>`, { dialect: 'braze', context });
				expect(printed.text).toBe(`<${value}>`);
				const assigned = await renderMessage(`{{ custom_attribute.\${${key}} | append: "" }}`, { dialect: 'braze', context });
				expect(assigned.text).toBe(value);
			}),
			{ numRuns: 1_000 },
		);
	});

	it('json_escape makes any text fit a JSON string', async () => {
		await fc.assert(
			fc.asyncProperty(fc.string({ unit: 'binary' }), async (value) => {
				const { text } = await renderMessage('{"a":{"b":"{{sms.${inbound_message_body} | json_escape}}"}}', { dialect: 'braze', context: { sms: { inbound_message_body: value } } });
				expect(JSON.parse(text)).toEqual({ a: { b: value } });
			}),
		);
	});

	it('whole numbers divide as in Ruby', async () => {
		await fc.assert(
			fc.asyncProperty(fc.integer(), fc.integer().filter((by) => by !== 0), async (a, b) => {
				const { text } = await renderMessage('{{ a | divided_by: b }} {{ a | modulo: b }}', { dialect: 'braze', context: { a, b } });
				const [quotient, rest] = text.split(' ').map(Number);
				expect(quotient).toEqual(Math.floor(a / b) + 0);
				expect(quotient * b + rest).toEqual(a + 0);
			}),
		);
	});
});
