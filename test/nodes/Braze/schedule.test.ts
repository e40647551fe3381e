import { checkSchedule, scheduleFields, scheduleNote, scheduleOf } from '../../../nodes/Braze/schedule/scheduleFields';

const NOW = Date.parse('2026-11-21T12:00:00Z');

describe('one moment for all', () => {
	it.each([
		['2026-11-21T12:00:01Z', '2026-11-21T12:00:01Z'],
		['2026-11-21T14:00:00', '2026-11-21T14:00:00Z'],
		['2026-11-21T14:00:00+01:00', '2026-11-21T13:00:00Z'],
		['2026-11-22 14:00', '2026-11-22T14:00:00Z'],
		['2026-11-22', '2026-11-22T00:00:00Z'],
	])('%s goes out as %s', (time, sent) => {
		expect(checkSchedule({ sendAt: 'moment', time }, NOW)).toBeUndefined();
		expect(scheduleOf({ sendAt: 'moment', time })).toEqual({ time: sent });
	});

	it.each(['2026-11-21T12:00:00Z', '2026-11-21T12:59:00+01:00', '2020-01-01'])('%s lies in the past', (time) => {
		expect(checkSchedule({ sendAt: 'moment', time }, NOW)).toEqual({ displayName: 'Time', message: 'lies in the past' });
	});

	it('what is no time is refused', () => {
		expect(checkSchedule({ sendAt: 'moment', time: 'tomorrow' }, NOW)?.message).toMatch(/must be a time/);
	});
});

describe.each([
	['local', 'in_local_time'],
	['optimal', 'at_optimal_time'],
] as const)('%s time', (sendAt, flag) => {
	it('goes out as written, with its flag', () => {
		expect(checkSchedule({ sendAt, time: '2026-11-25T09:30:00' }, NOW)).toBeUndefined();
		expect(scheduleOf({ sendAt, time: '2026-11-25 09:30:00' })).toEqual({ time: '2026-11-25T09:30:00', [flag]: true });
	});

	it.each(['2026-11-25T09:30:00Z', '2026-11-25T09:30:00+01:00', '2026-11-25T09:30:00-0500'])('carries no zone: %s is refused', (time) => {
		expect(checkSchedule({ sendAt, time }, NOW)?.message).toMatch(/no time zone/);
	});
});

describe('the past of local time', () => {
	it('is over when it has passed at UTC-12', () => {
		expect(checkSchedule({ sendAt: 'local', time: '2026-11-21T00:00:00' }, NOW)?.message).toMatch(/every time zone/);
		expect(checkSchedule({ sendAt: 'local', time: '2026-11-21T00:00:01' }, NOW)).toBeUndefined();
	});

	it('is worth a word where it has passed at UTC+14 only', () => {
		expect(scheduleNote({ sendAt: 'local', time: '2026-11-22T02:00:00' }, NOW)).toMatch(/24 hours/);
		expect(scheduleNote({ sendAt: 'local', time: '2026-11-22T02:00:01' }, NOW)).toBeUndefined();
		expect(scheduleNote({ sendAt: 'moment', time: '2026-11-21T12:00:01Z' }, NOW)).toBeUndefined();
	});

	it('is a day for optimal time, whatever the hour', () => {
		expect(checkSchedule({ sendAt: 'optimal', time: '2026-11-21T00:00:00' }, NOW)).toBeUndefined();
		expect(checkSchedule({ sendAt: 'optimal', time: '2026-11-19T23:59:59' }, NOW)?.message).toMatch(/passed everywhere/);
	});
});

it('an expression\'s DateTime reads as its ISO text, zone and all', () => {
	const luxon = { toJSON: () => '2026-11-25T09:30:00.000+01:00' };
	expect(scheduleFields.time.schema.parse(luxon)).toBe('2026-11-25T09:30:00.000+01:00');
	expect(scheduleFields.time.schema.safeParse('').success).toBe(false);
});
