import type { IDataObject } from 'n8n-workflow';
import { isObject } from '../../shared/text/isObject';
import type { FailedIntake, Intake } from '../../shared/webhook/intake';
import { NOTIFICATIONS } from '../api';
import { isoTimeOf } from '../moment';
import { parseJson, unreadable } from '../unreadable';
import { readBrazeEvent } from './brazeEvent';
import { readCleverTapEvent } from './cleverTapEvent';
import type { Told } from './told';
import type { Shape } from './trust';

/** One status as an item: SENT or READ where Sendbird keeps to its own words. */
export interface DeliveryStatus extends Intake {
	event: 'deliveryStatus';
	via: Shape;
	status: string;
	eventName: string;
	/** Of the campaign or journey, where it is told. */
	targetId: string;
}

/** A record that was no status, at its place in the list. */
export interface Bad {
	index: number;
	why: string;
	record: unknown;
}

export type Statuses = { ok: true; events: DeliveryStatus[]; bad: Bad[] } | { ok: false; failure: FailedIntake };

const READERS: Readonly<Record<Shape, { list: string; name: string; read: (record: Record<string, unknown>) => Told }>> = {
	braze: { list: 'events', name: 'name', read: readBrazeEvent },
	cleverTap: { list: 'd', name: 'evtName', read: readCleverTapEvent },
};

const FIX = 'Compare "raw" with what Sendbird\'s integration is documented to send: a custom event with the property "status".';

/** The list, or a record that came alone, as the sample in CleverTap's guide does. */
function recordsOf(shape: Shape, body: unknown): unknown[] | undefined {
	const { list, name } = READERS[shape];
	if (!isObject(body)) return undefined;
	const records = body[list];
	if (Array.isArray(records)) return records;
	return name in body ? [body] : undefined;
}

function eventOf(shape: Shape, record: Record<string, unknown>, now: Date): DeliveryStatus | string {
	const { status, eventName, targetId, customer, time, messageId } = READERS[shape].read(record);
	if (status === '') return 'it has no status';
	const occurredAt = isoTimeOf(time);
	// Only what tells one notification from the next makes a key: without it two that look alike may be two.
	const isUnique = messageId !== '' || occurredAt !== undefined;
	const key = [shape, eventName, targetId, JSON.stringify(customer), status, messageId, occurredAt ?? ''];
	return {
		event: 'deliveryStatus',
		via: shape,
		status,
		customer,
		eventName,
		targetId,
		text: '',
		occurredAt: occurredAt ?? now.toISOString(),
		deliveryId: messageId,
		dedupeKey: isUnique ? key.map((part) => encodeURIComponent(part)).join(':') : '',
		raw: record as IDataObject,
	};
}

/** What Sendbird posted to its "Braze" or "CleverTap", as clean events. A record that is none takes no other down. */
export function readStatuses(shape: Shape, raw: string, now: Date): Statuses {
	const records = recordsOf(shape, parseJson(raw));
	if (records === undefined) return { ok: false, failure: unreadable(raw, `The body is no JSON object with a list "${READERS[shape].list}"`, FIX, NOTIFICATIONS) };
	const events: DeliveryStatus[] = [];
	const bad: Bad[] = [];
	records.forEach((record, index) => {
		const read = isObject(record) ? eventOf(shape, record, now) : 'it is no object';
		if (typeof read === 'string') bad.push({ index, why: read, record });
		else events.push(read);
	});
	return { ok: true, events, bad };
}

/** A bad record as an item of the second output. */
export const failureOf = ({ why, record }: Bad): FailedIntake => unreadable(JSON.stringify(record), `A record of the body is no delivery status: ${why}`, FIX, NOTIFICATIONS);
