import { htmlToText } from '../../../nodes/shared/text/htmlToText';

const cases = (rows: Array<[what: string, html: string, text: string]>): void => {
	it.each(rows)('%s', (_, html, text) => expect(htmlToText(html)).toBe(text));
};

describe('paragraphs and lines', () => {
	cases([
		['paragraphs stand apart by a blank line', '<p>One</p><p>Two</p><p>Three</p>', 'One\n\nTwo\n\nThree'],
		['also with line breaks between the tags', '<p>One</p>\n\n  <p>Two</p>\n', 'One\n\nTwo'],
		['br is one line break', 'One<br>Two<br/>Three<br />Four', 'One\nTwo\nThree\nFour'],
		['two br are a blank line', 'One<br><br>Two', 'One\n\nTwo'],
		['a br before the end of a paragraph adds nothing', '<p>One<br></p><p>Two</p>', 'One\n\nTwo'],
		['divs are lines', '<div>One</div><div>Two</div>', 'One\nTwo'],
		['an empty editor line is a blank line', '<div>One</div><div><br></div><div>Two</div>', 'One\n\nTwo'],
		['the zd-comment wrapper of Zendesk adds nothing', '<div class="zd-comment" dir="auto"><p dir="auto">One</p><p dir="auto">Two</p></div>', 'One\n\nTwo'],
		['headings stand apart', '<h2>Title</h2>Words', 'Title\n\nWords'],
		['a rule parts what it stands between', 'One<hr>Two', 'One\n\nTwo'],
		['nothing at either end', '<br><p> One </p><br>', 'One'],
		['no words, no text', '<p><br></p>', ''],
	]);
});

describe('white space', () => {
	cases([
		['runs of blanks and line breaks are one blank', 'One  two\n\tthree', 'One two three'],
		['no-break spaces stay, as plain blanks', 'One&nbsp;&nbsp; two', 'One   two'],
		['bold and italic do not part words', 'Hel<b>lo</b> <i>wor</i>ld', 'Hello world'],
		['a blank inside a tag counts once', 'One <b> two </b> three', 'One two three'],
		['preformatted text keeps its lines and blanks', 'See:<pre>a  b\n  c</pre>end', 'See:\n\na  b\n  c\n\nend'],
	]);
});

describe('lists', () => {
	cases([
		['bulleted', '<p>Please:</p><ul><li>one</li><li>two</li></ul><p>Thanks</p>', 'Please:\n\n- one\n- two\n\nThanks'],
		['numbered', '<ol><li>one</li><li>two</li></ol>', '1. one\n2. two'],
		['numbered from elsewhere', '<ol start="3"><li>three</li><li>four</li></ol>', '3. three\n4. four'],
		['nested', '<ul><li>a<ul><li>b</li><li>c</li></ul></li><li>d</li></ul>', '- a\n  - b\n  - c\n- d'],
		['numbers inside bullets', '<ul><li>a<ol><li>b</li></ol></li></ul>', '- a\n  1. b'],
		['written over several lines', '<ul>\n  <li> one </li>\n  <li>two</li>\n</ul>', '- one\n- two'],
		['with paragraphs inside', '<ul><li><p>one</p></li><li><p>two</p></li></ul>', '- one\n- two'],
		['two lists one after the other', '<ul><li>a</li></ul><ol><li>b</li></ol>', '- a\n\n1. b'],
	]);
});

describe('links and pictures', () => {
	cases([
		['a link is followed by its address', 'See <a href="https://example.com/x">our page</a>.', 'See our page (https://example.com/x).'],
		['a link that says its address is said once', '<a href="https://example.com">https://example.com</a>', 'https://example.com'],
		['also without the scheme, or with a slash', '<a href="http://example.com">example.com</a> <a href="https://a.b/">https://a.b</a>', 'example.com https://a.b'],
		['a blank before its end is not doubled', '<a href="https://example.com/x">our page </a>now', 'our page (https://example.com/x) now'],
		['mail and telephone', '<a href="mailto:a@b.co">a@b.co</a>, <a href="tel:+15551234567">call us</a>', 'a@b.co, call us (+15551234567)'],
		['an ampersand in the address', '<a href="https://e.co/?a=1&amp;b=2">here</a>', 'here (https://e.co/?a=1&b=2)'],
		['anchors and scripts are no addresses', '<a href="#top">up</a> <a href="javascript:alert(1)">do</a> <a name="x">x</a>', 'up do x'],
		['a picture gives its words', '<img src="a.png" alt="A receipt"> <img src="b.png">', 'A receipt'],
		['a linked picture without words gives its address', '<a href="https://e.co/a.png"><img src="a.png"></a>', 'https://e.co/a.png'],
	]);
});

describe('quotes and tables', () => {
	cases([
		['a quote stands apart', 'You wrote:<blockquote>Hello</blockquote>Yes', 'You wrote:\n\nHello\n\nYes'],
		['cells are parted by a blank, rows by a line', '<table><tr><th>Size</th><th>Price</th></tr><tr><td>M</td><td>5 €</td></tr></table>', 'Size Price\nM 5 €'],
	]);
});

describe('characters', () => {
	cases([
		['quotes, backslash, ampersand and emoji', '<p>She said "no" \\ \'yes\' &amp; 👩‍🚀 &quot;q&quot;</p>', 'She said "no" \\ \'yes\' & 👩‍🚀 "q"'],
		['named, decimal and hexadecimal', '&lt;b&gt; &#8364; &#x1F600; &hellip; &auml;', '<b> € 😀 … ä'],
		['decoded once', '&amp;lt;b&amp;gt; &amp;amp;', '&lt;b&gt; &amp;'],
		['unknown ones stay', '&nosuch; &; AT&T &copy', '&nosuch; &; AT&T &copy'],
		['a < that begins no tag is text', '1 < 2, I <3 you, a <', '1 < 2, I <3 you, a <'],
		['nor one that is never closed', 'a <b is text', 'a <b is text'],
		['quotes in attributes hide a >', '<p title="a > b">Words</p>', 'Words'],
		['comments, scripts and styles are left out', 'a<!-- <p>no</p> -->b<script>if (a < b) c();</script>c<style>p { }</style>d', 'abcd'],
		['unknown tags give their words', '<o:p>One</o:p> <custom-tag>two</custom-tag>', 'One two'],
	]);
});
