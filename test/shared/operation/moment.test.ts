import { DateTime } from 'luxon';
import { field } from '../../../nodes/shared/operation';

const parse = (value: unknown) => field.optionalMoment({ displayName: 'At' }).schema.safeParse(value);

const SAME: Array<[string, unknown]> = [
	['ISO with Z', '2026-11-21T09:30:00Z'],
	['ISO with an offset', '2026-11-21T10:30:00+01:00'],
	['the form\'s own text, without a zone', '2026-11-21T09:30:00'],
	['with a blank in its middle', '2026-11-21 09:30:00'],
	['epoch seconds', 1795253400],
	['epoch milliseconds as text', '1795253400000'],
	['a Date', new Date('2026-11-21T09:30:00Z')],
	['a DateTime of an expression', DateTime.fromISO('2026-11-21T10:30:00', { zone: 'Europe/Berlin' })],
];

it.each(SAME)('%s is one and the same moment', (_, value) => {
	expect(parse(value)).toMatchObject({ success: true, data: '2026-11-21T09:30:00.000Z' });
});

it('a date alone is its midnight in UTC', () => {
	expect(parse('2026-11-21').data).toBe('2026-11-21T00:00:00.000Z');
});

it.each(['tomorrow', '2026-13-45', {}, true])('%p is no time', (value) => {
	expect(parse(value).success).toBe(false);
});

it('blank is none where it may be left out, and missing where not', () => {
	expect(parse('').data).toBeUndefined();
	expect(field.moment({ displayName: 'At' }).schema.safeParse('').error?.issues[0].message).toBe('is missing');
});
