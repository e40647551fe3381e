import fc from 'fast-check';
import { commentContent } from '../../../nodes/Zendesk/commentContent';
import { htmlToText } from '../../../nodes/shared/text/htmlToText';

/** What people text: markup characters, runs of blanks, line breaks of three kinds; Zendesk trims the ends. */
const text = fc
	.array(fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('<', ' <b> ', '&lt;', '  ', '\n ', ' \n', '\r\n', '\n\n', '<!-- ', '</div>')), { maxLength: 10 })
	.map((parts) => parts.join('').replace(/[\t\f\v\u0085\u00a0\u2028\u2029]/g, '').trim());

it('a text without "<" goes as it is', () => {
	expect(commentContent(' a  &amp; "b"\n\\ > 😀')).toEqual({ body: ' a  &amp; "b"\n\\ > 😀' });
});

it('one with "<" goes as HTML that shows every character of it', () => {
	fc.assert(fc.property(text.filter((one) => one.includes('<')), (one) => {
		const content = commentContent(one);
		expect(Object.keys(content)).toEqual(['html_body']);
		const html = 'html_body' in content ? content.html_body : '';
		// Nothing of the customer's own becomes markup.
		expect(html.replace(/<br>/g, '')).not.toMatch(/[<>]/);
		expect(htmlToText(html)).toBe(one.replace(/\r\n?/g, '\n'));
	}), { numRuns: 500 });
});
