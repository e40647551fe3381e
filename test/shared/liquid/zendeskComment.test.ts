import fc from 'fast-check';
import { commentBlock, findCommentMessage } from '../../../nodes/shared/liquid';

const DASHES = '-'.repeat(46);

describe('findCommentMessage', () => {
	it.each([
		['the block as Zendesk prints it', `${DASHES}\n\nAgent Smith, Jan 5, 2026, 10:00\n\nHello`, 'Hello'],
		['several paragraphs', `${DASHES}\n\nA, B\n\none\ntwo\n\nthree`, 'one\ntwo\n\nthree'],
		['Windows line ends', `${DASHES}\r\n\r\nA, B\r\n\r\none\r\ntwo`, 'one\ntwo'],
		['a header without blank lines around it', `${DASHES}\nA, B\none`, 'one'],
		['breaks nobody decoded', `${DASHES}\\n\\nA, B\\n\\none\\ntwo`, 'one\ntwo'],
		['white space before the block', `\n \n${DASHES}\n\nA, B\n\none`, 'one'],
		['a message that has dashes itself', `${DASHES}\n\nA, B\n\n${DASHES}\nsigned`, `${DASHES}\nsigned`],
		['no header at all', 'Just a message\n\nwith two parts', 'Just a message\n\nwith two parts'],
		['an empty message', `${DASHES}\n\nA, B\n\n`, ''],
		['nothing', '', ''],
	])('finds the message in %s', (_, text, message) => {
		expect(findCommentMessage(text).message).toBe(message);
	});

	it('gives the header as it stands, whatever its language', () => {
		expect(findCommentMessage(`${DASHES}\n\nAgent Dupont, 5 janv. 2026 à 10:00\n\nBonjour`).header).toBe('Agent Dupont, 5 janv. 2026 à 10:00');
		expect(findCommentMessage('plain').header).toBeUndefined();
	});

	it('finds what commentBlock wrote', () => {
		fc.assert(
			fc.property(fc.string(), (message) => {
				const written = commentBlock({ author: 'Agent Smith', date: 'Jan 5, 2026, 10:00', message });
				expect(findCommentMessage(written)).toEqual({ header: 'Agent Smith, Jan 5, 2026, 10:00', message: message.replace(/\r\n?/g, '\n').trim() });
			}),
		);
	});
});
