import { FAULTS, isOn, turned, type FaultSwitch } from '../../../sandbox/page/client/model/faults';
import { ALL_SHOWN, isFailure, passes } from '../../../sandbox/page/client/model/filter';
import { RunGuess } from '../../../sandbox/page/client/model/runGuess';
import { runsOf } from '../../../sandbox/page/client/model/runs';
import { isAtEnd, windowOf } from '../../../sandbox/page/client/model/window';
import { fateWords, span } from '../../../sandbox/page/client/model/words';
import { campaignBars } from '../../../sandbox/page/client/company/brazeFigures';
import type { EventLine } from '../../../sandbox/page/pageTypes';

let lastId = 0;
const START = Date.parse('2026-01-01T00:00:00Z');
/** `at`: ms after the start, when it was over. */
const line = ({ at = 0, ...given }: Partial<Omit<EventLine, 'at'>> & { at?: number }): EventLine => ({
	id: ++lastId, at: new Date(START + at).toISOString(), vendor: 'braze', kind: 'request', summary: 'something', ...given,
});
const fault = (id: string): FaultSwitch => {
	const found = FAULTS.find((one) => one.id === id);
	if (found === undefined) throw new Error(`no switch ${id}`);
	return found;
};

describe('windowing', () => {
	it('draws what is in view and a little more, never beyond the list', () => {
		expect(windowOf(0, 360, 36, 10_000)).toEqual({ start: 0, end: 22 });
		expect(windowOf(36_000, 360, 36, 10_000)).toEqual({ start: 988, end: 1022 });
		expect(windowOf(360_000, 360, 36, 10_000)).toEqual({ start: 9988, end: 10_000 });
		expect(windowOf(500, 360, 36, 0)).toEqual({ start: 0, end: 0 });
	});
	it('follows only while the end is in view', () => {
		expect(isAtEnd(3240, 360, 36, 100)).toBe(true);
		expect(isAtEnd(3100, 360, 36, 100)).toBe(false);
	});
});

describe('grouping by run', () => {
	it('puts the calls of an execution together and marks those that failed', () => {
		const lines = [
			line({ executionId: '1', status: 201 }), line({ executionId: '2', status: 503 }), line({ executionId: '1', status: 200 }),
			line({ kind: 'delivery', executionId: undefined, status: 200 }), line({ executionId: '2', status: 200 }),
		];
		const runs = runsOf(lines);
		expect([...runs.values()]).toEqual([
			{ id: '1', calls: [lines[0].id, lines[2].id], failed: false },
			{ id: '2', calls: [lines[1].id, lines[4].id], failed: true },
		]);
	});

	const guess = (lines: EventLine[]): Array<string | undefined> => {
		const guesses = new RunGuess();
		for (const one of lines) guesses.add(one);
		return lines.filter(({ kind }) => kind === 'delivery').map(({ id }) => guesses.of(id));
	};
	it('gives a webhook the only run that worked for its customer while it waited', () => {
		expect(guess([
			line({ at: 100, tookMs: 10, executionId: '5', customer: 'ada' }),
			line({ at: 110, tookMs: 10, executionId: '6', customer: 'bob' }),
			line({ kind: 'delivery', at: 200, tookMs: 150, customer: 'ada' }),
		])).toEqual(['5']);
	});
	it('gives none where two could be meant, where another customer was served, or where the run began after the answer', () => {
		expect(guess([
			line({ at: 100, tookMs: 10, executionId: '5', customer: 'ada' }),
			line({ at: 120, tookMs: 10, executionId: '6', customer: 'ada' }),
			line({ kind: 'delivery', at: 200, tookMs: 150, customer: 'ada' }),
		])).toEqual([undefined]);
		expect(guess([line({ at: 100, executionId: '5', customer: 'bob' }), line({ kind: 'delivery', at: 200, tookMs: 150, customer: 'ada' })])).toEqual([undefined]);
		expect(guess([line({ kind: 'delivery', at: 200, tookMs: 8, customer: 'ada' }), line({ at: 300, tookMs: 20, executionId: '5', customer: 'ada' })])).toEqual([undefined]);
	});
	it('never takes the run whose own call caused the webhook', () => {
		expect(guess([
			line({ at: 130, tookMs: 30, executionId: '5', customer: 'ada' }),
			line({ kind: 'delivery', vendor: 'zendesk', at: 140, tookMs: 40, customer: 'ada' }),
			line({ kind: 'delivery', at: 150, tookMs: 80, customer: 'ada' }),
		])).toEqual([undefined, '5']);
	});
});

describe('the filter', () => {
	const own = line({ ownRead: true, status: 200 });
	const text = line({ kind: 'customer', summary: 'SMS from cust-42: Hello' });
	const cut = line({ status: 0, summary: 'POST /users/track → cut', executionId: '12' });
	it('leaves the page’s own reads out unless asked', () => {
		expect([own, text, cut].map((one) => passes(one, ALL_SHOWN))).toEqual([false, true, true]);
		expect(passes(own, { ...ALL_SHOWN, ownReads: true })).toBe(true);
	});
	it('knows people, calls, failures and words', () => {
		expect([text, cut].map((one) => passes(one, { ...ALL_SHOWN, kinds: 'people' }))).toEqual([true, false]);
		expect([text, cut].map((one) => passes(one, { ...ALL_SHOWN, kinds: 'calls' }))).toEqual([false, true]);
		expect([text, cut].map((one) => passes(one, { ...ALL_SHOWN, kinds: 'failures' }))).toEqual([false, true]);
		expect([text, cut].map((one) => passes(one, { ...ALL_SHOWN, words: 'hello ' }))).toEqual([true, false]);
		expect([text, cut].map((one) => passes(one, { ...ALL_SHOWN, words: 'run 12' }))).toEqual([false, true]);
		expect([line({ status: 399 }), line({ status: 400 }), text].map(isFailure)).toEqual([false, true, false]);
	});
});

describe('fault switches', () => {
	it('turn on and off without touching others, one of a group at a time', () => {
		const foreign = { vendor: 'braze' as const, route: 'POST /users/track', status: 500 };
		const slow = turned([foreign], 'braze', fault('slow'), true);
		expect(isOn(slow, 'braze', fault('slow'))).toBe(true);
		expect(isOn(slow, 'zendesk', fault('slow'))).toBe(false);
		const down = turned(turned(slow, 'braze', fault('repeat'), true), 'braze', fault('503'), true);
		expect(['slow', '503', 'repeat'].map((id) => isOn(down, 'braze', fault(id)))).toEqual([false, true, true]);
		expect(turned(turned(down, 'braze', fault('503'), false), 'braze', fault('repeat'), false)).toEqual([foreign]);
	});
});

describe('words and figures', () => {
	it('says what became of a text, and how long something is', () => {
		expect(fateWords(undefined)).toBe('Sent');
		expect(fateWords({ id: '1', state: 'arrived', where: 'ticket 7' })).toBe('Arrived: ticket 7');
		expect(fateWords({ id: '1', state: 'told', where: 'ticket 7' })).toContain('ticket 7');
		expect([span(500), span(61_000), span(2 * 3_600_000), span(25 * 3_600_000)]).toEqual(['moments', '1 minute', '2 hours', '1 day']);
	});
	it('adds up the days and variations of a campaign', () => {
		const day = (sent: number, bounces: number) => ({ messages: { email: [{ variation_name: 'A', sent, bounces }, { variation_name: 'B', sent: 1, bounces: 0 }] } });
		expect(campaignBars([day(3, 0), day(4, 2)])).toEqual([{ title: 'sent', value: 9, bad: false }, { title: 'bounces', value: 2, bad: true }]);
		expect(campaignBars([])).toEqual([]);
	});
});
