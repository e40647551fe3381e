/* eslint-disable @n8n/community-nodes/no-restricted-imports -- the sandbox is a server of its own, not a node */
import { isDeepStrictEqual } from 'node:util';
import type { ConversionEvent } from '../campaigns/campaign';
import type { CustomEvent } from '../users/profile';
import type { SentMessage } from './sentLog';

export interface Conversion {
	/** When the message left, ms since 1970. */
	sentAt: number;
	/** When the person did it. */
	doneAt: number;
}

const isOne = (done: CustomEvent, { event, properties }: ConversionEvent): boolean =>
	done.name === event && Object.entries(properties).every(([name, value]) => isDeepStrictEqual(done.properties[name], value));

/** Who did what the campaign was for: once for each message, the first time after it and within the deadline. */
export function conversionsOf(conversion: ConversionEvent | undefined, messages: readonly SentMessage[]): Conversion[] {
	if (conversion === undefined) return [];
	return messages.flatMap(({ at, profile, result }) => {
		if (result !== 'delivered') return [];
		const times = profile.events.filter((done) => isOne(done, conversion)).map(({ time }) => time);
		// Braze keeps whole seconds of an event's time.
		const first = Math.min(...times.filter((time) => time >= Math.floor(at / 1000) * 1000 && time <= at + conversion.withinMs));
		return Number.isFinite(first) ? [{ sentAt: at, doneAt: first }] : [];
	});
}
