import { CONTINUE } from '../Braze/braze';
import { closedNetwork } from '../../support/network';
import { first, runTemplate } from './messageTemplate';

closedNetwork();

const SPLIT = { resource: 'text', operation: 'split', text: '={{ $json.text }}' };
const split = async (text: string, parameters = {}) => first(await runTemplate({ ...SPLIT, ...parameters }, [{ text }]));

it('for SMS: the parts, and what they cost', async () => {
	expect(await split('a'.repeat(161))).toEqual({ text: 'a'.repeat(161), cut: false, parts: ['a'.repeat(153), 'a'.repeat(8)], sms: { encoding: 'GSM-7', units: 161, segments: 2 } });
	expect(await split('Hi 👋')).toMatchObject({ parts: ['Hi 👋'], sms: { encoding: 'UCS-2', forcedBy: '👋' } });
});

it('for SMS with a cap: cut, and said so', async () => {
	const more = { mostSegments: 1 };
	const { text, cut, parts, sms } = await split('word '.repeat(100), { more });
	expect(text).toBe(`${'word '.repeat(31).trimEnd()}...`);
	expect([cut, parts]).toEqual([true, [text]]);
	expect(sms).toEqual({ encoding: 'GSM-7', units: 157, segments: 1 });
	expect(await split('short', { more })).toMatchObject({ text: 'short', cut: false });
});

it('for Messenger: 2,000 characters a part', async () => {
	const { parts, cut } = await split(`${'x'.repeat(1500)}. ${'y'.repeat(1500)}`, { channel: 'messenger' });
	expect(parts).toEqual([`${'x'.repeat(1500)}.`, 'y'.repeat(1500)]);
	expect(cut).toBe(false);
});

it('for anything else: one part', async () => {
	expect(await split('x'.repeat(5000), { channel: 'none' })).toEqual({ text: 'x'.repeat(5000), cut: false, parts: ['x'.repeat(5000)] });
});

it.each([[{ text: '={{ " " }}' }, 'Text: is missing'], [{ more: { mostSegments: 0 } }, 'must be 1 or more'], [{ more: { mostSegments: 51 } }, 'must be 50 or less']])('refuses %j', async (given, message) => {
	const { main } = await runTemplate({ ...SPLIT, ...given }, [{ text: 'x' }], CONTINUE);
	expect(main[1][0].json.error).toMatchObject({ class: 'invalidInput', message: expect.stringContaining(message) });
});
