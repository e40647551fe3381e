import fc from 'fast-check';
import { collapseNewlines, stripHtml, toPlainText, toRichText } from '../../../sandbox/zendesk/tickets/richText';

/** What a reader sees: no-break spaces look like blanks. */
const seen = (html: string): string => toPlainText(html).replace(/\u00a0/g, ' ');

describe('comment texts', () => {
	test('what an agent types is what a reader sees', () => {
		const word = fc.string({ unit: fc.constantFrom('a', 'é', '😀', '<', '>', '&', '"', "'", '\\', ';', '.', ' ', '  ', 'https://x.example/a?b=1&c=2 '), minLength: 1 }).map((line) => `x${line}y`);
		const text = fc.array(fc.array(word, { minLength: 1, maxLength: 3 }).map((lines) => lines.join('\n')), { minLength: 1, maxLength: 3 });
		fc.assert(fc.property(text, (paragraphs) => {
			const typed = paragraphs.join('\n\n');
			expect(seen(toRichText(typed))).toBe(typed);
		}));
	});

	test.each([
		['<p>one</p><p>two</p>', 'one\n\ntwo'],
		['one<br>two<br/>three', 'one\ntwo\nthree'],
		['<p>List</p><ul><li>a</li><li>b <b>c</b></li></ul><p>end</p>', 'List\n\n- a\n- b c\n\nend'],
		['<div>a</div><div>b</div>', 'a\nb'],
		['a &lt;b&gt; &amp;amp; &#233; &#x1F600; &unknown;', 'a <b> &amp; é 😀 &unknown;'],
		['<a href="https://x.example">here</a><!-- not here -->', 'here'],
		['a\n   b', 'a b'],
		['1 < 2', '1 < 2'],
	])('%s', (html, text) => {
		expect(toPlainText(html)).toBe(text);
	});

	test('stripping takes tags only', () => {
		expect(stripHtml('a <b>c</b> <3 1 < 2 > 0 <!-- x --><br/>d')).toBe('a c <3 1 < 2 > 0 d');
		expect(collapseNewlines('<p>a \r\n b</p>')).toBe('<p>a b</p>');
	});
});
