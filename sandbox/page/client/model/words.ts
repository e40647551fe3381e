import type { Certainty, VendorName } from '../../../control/types';
import type { TextFate } from '../../pageTypes';

export const VENDORS: ReadonlyArray<{ name: VendorName; title: string }> = [
	{ name: 'braze', title: 'Braze' },
	{ name: 'zendesk', title: 'Zendesk' },
	{ name: 'messenger', title: 'Messenger' },
	{ name: 'clevertap', title: 'CleverTap' },
	{ name: 'sendbird', title: 'Sendbird Chat' },
	{ name: 'sendbird-notifications', title: 'Sendbird' },
];

export const vendorTitle = (name: VendorName | 'sandbox'): string => VENDORS.find((vendor) => vendor.name === name)?.title ?? 'Sandbox';

/** How sure the sandbox is of a rule, in a sentence. */
export const CERTAINTIES: Record<Certainty, string> = {
	documented: 'Documented by the vendor',
	observed: 'Observed at the vendor, not documented',
	unconfirmed: 'Unconfirmed: the vendor may differ',
	sandbox: 'The sandbox’s own doing',
};

/** A text's state as a person reads it below the bubble. */
export function fateWords(fate: TextFate | undefined): string {
	switch (fate?.state) {
		case undefined:
		case 'sent': return 'Sent';
		case 'handed': return 'Handed to n8n';
		case 'arrived': return `Arrived: ${fate.where}`;
		case 'doubled': return `Arrived twice: ${fate.where}`;
		case 'told': return `Not delivered; the agent was told on ${fate.where}`;
		case 'lost': return 'Lost';
	}
}

const PART_NAMES = ['day', 'hour', 'minute'] as const;
const PART_SECONDS = { day: 86_400, hour: 3600, minute: 60 };

/** `2 hours`, `40 minutes`; under a minute `moments`. */
export function span(ms: number): string {
	const seconds = Math.abs(ms) / 1000;
	for (const name of PART_NAMES) {
		const count = Math.floor(seconds / PART_SECONDS[name]);
		if (count >= 1) return `${count} ${name}${count === 1 ? '' : 's'}`;
	}
	return 'moments';
}

// Made once: to make one takes longer than to draw the row that it is for.
const MINUTES = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit' });
const SECONDS = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' });
const DAY = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short' });

/** `14:03` of a moment of today, with the date else. */
export function clock(iso: string, now = Date.now()): string {
	const at = new Date(iso);
	const time = MINUTES.format(at);
	return at.toDateString() === new Date(now).toDateString() ? time : `${DAY.format(at)}, ${time}`;
}

/** `14:03:21` */
export const exactClock = (iso: string): string => SECONDS.format(new Date(iso));

export const pretty = (body: string): string => {
	try {
		return JSON.stringify(JSON.parse(body), null, 2);
	} catch {
		return body;
	}
};
