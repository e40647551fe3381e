import type { Fault, VendorName } from '../../../control/types';

export interface FaultSwitch {
	id: string;
	title: string;
	hint: string;
	/** Only one fault hits a call, so those of a group exclude each other. */
	group: 'calls' | 'deliveries';
	fault: Omit<Fault, 'vendor'>;
	/** Vendors that make no deliveries, or that hold theirs in order. */
	notFor?: readonly VendorName[];
}

const SLOW_MS = 4000;

export const FAULTS: readonly FaultSwitch[] = [
	{ id: 'slow', title: 'Slow', hint: `Every call waits ${SLOW_MS / 1000} s for its answer.`, group: 'calls', fault: { route: '*', delayMs: SLOW_MS } },
	{ id: '429', title: '429', hint: 'Too many calls; wait 2 s.', group: 'calls', fault: { route: '*', status: 429, retryAfter: 2 } },
	{ id: '503', title: '503', hint: 'The vendor is down.', group: 'calls', fault: { route: '*', status: 503 } },
	{ id: 'cut-before', title: 'Cut before', hint: 'The connection breaks before the vendor acts.', group: 'calls', fault: { route: '*', reset: 'before' } },
	{ id: 'cut-after', title: 'Cut after', hint: 'The vendor acts, then the answer is lost: nobody can tell.', group: 'calls', fault: { route: '*', reset: 'after' } },
	{ id: 'repeat', title: 'Repeated', hint: 'Each delivery comes three times, a second apart.', group: 'deliveries', fault: { route: 'deliveries', repeat: 3, repeatEveryMs: 1000 } },
	{ id: 'reorder', title: 'Reordered', hint: 'Every other delivery or so is 5 s late, so later ones overtake it.', group: 'deliveries', fault: { route: 'deliveries', delayMs: 5000, share: 0.5 }, notFor: ['messenger'] },
];

const same = (one: object, other: object): boolean =>
	JSON.stringify(Object.entries(one).sort()) === JSON.stringify(Object.entries(other).sort());

/** Whether this switch is on among the faults that stand. */
export const isOn = (standing: readonly Fault[], vendor: VendorName, { fault }: FaultSwitch): boolean => standing.some((one) => same(one, { vendor, ...fault }));

/** The faults that are to stand after the switch was turned: its group has none other. */
export function turned(standing: readonly Fault[], vendor: VendorName, wanted: FaultSwitch, on: boolean): Fault[] {
	const group = FAULTS.filter(({ group: name }) => name === wanted.group);
	const others = standing.filter((one) => !group.some(({ fault }) => same(one, { vendor, ...fault })));
	return on ? [...others, { vendor, ...wanted.fault }] : others;
}
