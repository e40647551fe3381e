import type { FailedIntake } from '../shared/webhook/intake';
import { CHAT } from './api';

/** As much of a body as is worth showing. */
const SHOWN = 10_000;

export const unreadable = (raw: string, message: string, fix: string, vendor: string = CHAT): FailedIntake => ({
	event: 'unreadable',
	error: { class: 'invalidInput', vendor, message, fix },
	deliveryId: '',
	raw: raw.slice(0, SHOWN),
});

/** undefined where it is no JSON. */
export function parseJson(raw: string): unknown {
	try {
		return JSON.parse(raw);
	} catch {
		return undefined;
	}
}
