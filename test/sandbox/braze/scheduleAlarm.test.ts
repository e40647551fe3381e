import { Schedules } from '../../../sandbox/braze/schedules/schedules';

const DAY = 86_400_000;

describe('the alarm of the schedules', () => {
	beforeEach(() => {
		jest.useFakeTimers();
	});
	afterEach(() => {
		jest.useRealTimers();
	});

	it('does not go off at once for a time that no timer can hold', () => {
		const run = jest.fn();
		new Schedules().wakeAt(Date.now() + 40 * DAY, run);
		jest.advanceTimersByTime(1_000);
		expect(run).not.toHaveBeenCalled();
	});

	it('goes off once, at its time, and the last one set counts', () => {
		const [first, second] = [jest.fn(), jest.fn()];
		const schedules = new Schedules();
		schedules.wakeAt(Date.now() + 1_000, first);
		schedules.wakeAt(Date.now() + 2_000, second);
		jest.advanceTimersByTime(1_999);
		expect(second).not.toHaveBeenCalled();
		jest.advanceTimersByTime(10_000);
		expect(first).not.toHaveBeenCalled();
		expect(second).toHaveBeenCalledTimes(1);
	});

	it('goes off at once for a time that is past, never for none', () => {
		const [past, none] = [jest.fn(), jest.fn()];
		const schedules = new Schedules();
		schedules.wakeAt(Date.now() - DAY, past);
		jest.advanceTimersByTime(1);
		expect(past).toHaveBeenCalledTimes(1);
		schedules.wakeAt(undefined, none);
		jest.advanceTimersByTime(DAY);
		expect(none).not.toHaveBeenCalled();
	});
});
