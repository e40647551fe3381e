import { FAULTS, isOn, turned, type FaultSwitch } from '../../../sandbox/page/client/model/faults';
import { ALL_SHOWN, isFailure, Passing, passes } from '../../../sandbox/page/client/model/filter';
import { keptOf, placeOf } from '../../../sandbox/page/client/model/kept';
import { RunGuess } from '../../../sandbox/page/client/model/runGuess';
import { callsOf } from '../../../sandbox/page/client/model/runs';
import { isAtEnd, windowOf } from '../../../sandbox/page/client/model/window';
import { fateWords, span } from '../../../sandbox/page/client/model/words';
import { Pacer } from '../../../sandbox/page/client/net/pacer';
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
	it('finds the calls of one execution, oldest first, and no webhooks', () => {
		const lines = [
			line({ executionId: '1', status: 201 }), line({ executionId: '2', status: 503 }), line({ executionId: '1', status: 200 }),
			line({ kind: 'delivery', executionId: '1', status: 200 }),
		];
		expect(callsOf(lines, '1')).toEqual([lines[0], lines[2]]);
		expect(callsOf(lines, '3')).toEqual([]);
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
	it('forgets the webhooks that the page forgot, and no newer one', () => {
		const guesses = new RunGuess();
		const served = (at: number, executionId: string): number => {
			guesses.add(line({ at, tookMs: 10, executionId, customer: 'ada' }));
			const webhook = line({ kind: 'delivery', at: at + 100, tookMs: 150, customer: 'ada' });
			guesses.add(webhook);
			return webhook.id;
		};
		const [old, recent] = [served(100, '5'), served(10_000, '6')];
		guesses.forget(recent);
		expect([guesses.of(old), guesses.of(recent)]).toEqual([undefined, '6']);
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

describe('what the page keeps', () => {
	const some = (count: number): EventLine[] => Array.from({ length: count }, () => line({}));
	it('forgets the oldest, many at a time, once there are too many', () => {
		const old = some(9);
		expect(keptOf(old, some(1), 10, 4)).toMatchObject({ gone: 0, kept: { length: 10 } });
		const fresh = some(2);
		expect(keptOf(old, fresh, 10, 4)).toEqual({ gone: 4, kept: [...old.slice(4), ...fresh] });
		const flood = some(50);
		const { kept, gone } = keptOf(old, flood, 10, 4);
		expect(kept.length).toBeLessThanOrEqual(10);
		expect(kept).toEqual([...old, ...flood].slice(gone));
	});
	it('finds a line by its id, or not', () => {
		const lines = some(7).filter((_, index) => index !== 3);
		expect(lines.map(({ id }) => placeOf(lines, id))).toEqual([0, 1, 2, 3, 4, 5]);
		expect([undefined, lines[0].id - 1, lines[2].id + 1, lines[5].id + 1].map((id) => placeOf(lines, id))).toEqual([-1, -1, -1, -1]);
		expect(placeOf([], 1)).toBe(-1);
	});
	it('tries only new lines against a filter, and all of them against another or where the oldest are gone', () => {
		const passing = new Passing();
		const calls = { ...ALL_SHOWN, kinds: 'calls' as const };
		const first = [line({}), line({ kind: 'note' }), line({ ownRead: true })];
		const shown = passing.look(first, calls).lines;
		expect(shown).toEqual([first[0]]);
		expect(passing.look([...first], calls)).toEqual({ lines: shown, ownReads: 1 });
		expect(passing.look([...first, line({ kind: 'note' })], calls).lines).toBe(shown);
		const more = [...first, line({ kind: 'note' }), line({}), line({ ownRead: true })];
		expect(passing.look(more, calls)).toEqual({ lines: [first[0], more[4]], ownReads: 2 });
		expect(passing.look(more.slice(1), calls)).toEqual({ lines: [more[4]], ownReads: 2 });
		expect(passing.look(more, ALL_SHOWN).lines).toEqual([more[0], more[1], more[3], more[4]]);
		expect(passing.look([], ALL_SHOWN)).toEqual({ lines: [], ownReads: 0 });
	});
});

describe('the pace', () => {
	function paced() {
		let time = 0;
		const frames: Array<() => void> = [];
		const done: string[] = [];
		const pacer = new Pacer({
			soon: (work) => frames.push(work),
			now: () => time,
			around: (work) => {
				done.push('(');
				try {
					work();
				} finally {
					done.push(')');
				}
			},
		});
		const add = (name: string, ms: number) => pacer.add(() => {
			time += ms;
			done.push(name);
			if (name === 'bad') throw new Error(name);
		});
		return { add, frames, done: () => done.join('') };
	}
	it('does a few milliseconds of what waits a frame, in order, and asks for one frame at a time', () => {
		const { add, frames, done } = paced();
		for (const name of ['a', 'b', 'c', 'd', 'e']) add(name, 2);
		expect([done(), frames.length]).toEqual(['', 1]);
		frames.shift()?.();
		expect([done(), frames.length]).toEqual(['(abc)', 1]);
		add('f', 100);
		add('g', 1);
		frames.shift()?.();
		expect([done(), frames.length]).toEqual(['(abc)(def)', 1]);
		frames.shift()?.();
		expect([done(), frames.length]).toEqual(['(abc)(def)(g)', 0]);
	});
	it('goes on behind one that fails', () => {
		const { add, frames, done } = paced();
		add('bad', 1);
		add('a', 1);
		expect(() => frames.shift()?.()).toThrow('bad');
		frames.shift()?.();
		expect([done(), frames.length]).toEqual(['(bad)(a)', 0]);
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
