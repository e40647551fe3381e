import type { IDataObject } from 'n8n-workflow';
import { explain, z } from '../../shared/schema';
import { isObject } from '../../shared/text/isObject';
import type { FailedIntake, Intake } from '../../shared/webhook/intake';
import { NAME } from '../api';
import { WINDOW_MS } from '../window';
import { readKind, type Told } from './kinds';
import { parseExact } from './parseExact';
import { entryShape, envelopeShape, eventShape, type MessagingEvent } from './shapes';

export interface Wish {
	/** Webhook fields, by Meta's names; events of other fields are not ours. Kinds we do not know always are. */
	fields: readonly string[];
	/** Absent: all Pages of the app. */
	pageId?: string;
}

export interface Delivered {
	/** In the order of what happened: after failures Meta's order is not. */
	events: Intake[];
	failures: FailedIntake[];
}

function unreadable(raw: string, why: string): FailedIntake {
	return {
		event: 'unreadable',
		error: {
			class: 'invalidInput',
			vendor: NAME,
			message: `A signed Messenger event could not be read: ${why}`,
			fix: 'Meta may have changed its event format: look at "raw", and for a newer version of this package.',
		},
		deliveryId: '',
		raw: raw.slice(0, 10_000),
	};
}

interface Place {
	pageId: string;
	/** ms; when Meta sent it. Stands in where an event has no time of its own. */
	sentAt: number | undefined;
	standby: boolean;
}

/** The person: who sent it, or who got it where the Page did. */
function psidOf({ sender, recipient }: MessagingEvent, pageId: string): string {
	if (sender?.id !== undefined && sender.id !== pageId) return sender.id;
	return recipient?.id !== undefined && recipient.id !== pageId ? recipient.id : '';
}

function intakeOf(told: Told, event: MessagingEvent, { pageId, sentAt, standby }: Place, raw: IDataObject): Intake {
	const psid = psidOf(event, pageId);
	const at = event.timestamp ?? sentAt ?? Date.now();
	// Meta promises nothing about how far a mid is unique, so the Page belongs to it.
	const key = told.id === null ? '' : `${pageId}:${told.id ?? `${told.event}:${psid}:${at}`}`;
	return {
		event: told.event,
		standby,
		psid,
		pageId,
		customer: { key: `${pageId}.${psid}`, psid, pageId },
		text: told.text ?? '',
		...told.details,
		occurredAt: new Date(at).toISOString(),
		windowEndsAt: told.opensWindow === true ? new Date(at + WINDOW_MS).toISOString() : null,
		deliveryId: key,
		dedupeKey: key,
		raw,
	};
}

const isWanted = ({ field }: Told, standby: boolean, { fields }: Wish): boolean => {
	if (standby) return fields.includes('standby');
	return field === undefined || fields.includes(field);
};

/** One event of a batch: its item, its failure, or nothing where it is not ours. A bad one takes no other with it. */
function readOne(raw: unknown, place: Place, wish: Wish, into: Delivered): void {
	const parsed = eventShape.safeParse(raw);
	if (!parsed.success || !isObject(raw)) {
		into.failures.push(unreadable(JSON.stringify(raw), parsed.success ? 'it is no object' : explain(parsed.error)));
		return;
	}
	try {
		const told = readKind(parsed.data);
		if (isWanted(told, place.standby, wish)) into.events.push(intakeOf(told, parsed.data, place, raw as IDataObject));
	} catch (error) {
		into.failures.push(unreadable(JSON.stringify(raw), error instanceof z.ZodError ? explain(error) : String(error)));
	}
}

/** What the dashboard's Test button and non-messaging fields send. */
function readChange(raw: unknown, { pageId, sentAt }: Place, into: Delivered): void {
	const told = { event: 'change', id: null, details: isObject(raw) ? { field: String(raw.field ?? '') } : {} };
	const change = (isObject(raw) ? raw : { value: raw }) as IDataObject;
	into.events.push(intakeOf(told, {}, { pageId, sentAt, standby: false }, change));
}

function readEntry(raw: unknown, wish: Wish, into: Delivered): void {
	const parsed = entryShape.safeParse(raw);
	if (!parsed.success) {
		into.failures.push(unreadable(JSON.stringify(raw), explain(parsed.error)));
		return;
	}
	const { id: pageId, time: sentAt, messaging, standby, changes } = parsed.data;
	if (wish.pageId !== undefined && wish.pageId !== pageId) return;
	for (const event of messaging) readOne(event, { pageId, sentAt, standby: false }, wish, into);
	for (const event of standby) readOne(event, { pageId, sentAt, standby: true }, wish, into);
	for (const change of changes) readChange(change, { pageId, sentAt, standby: false }, into);
}

function parse(raw: string): unknown {
	try {
		return parseExact(raw);
	} catch {
		return undefined;
	}
}

/** A signed delivery as clean items, one an event: batches hold up to 1000. Pure. */
export function readDelivery(raw: string, wish: Wish): Delivered {
	const into: Delivered = { events: [], failures: [] };
	const parsed = envelopeShape.safeParse(parse(raw));
	if (!parsed.success) return { events: [], failures: [unreadable(raw, explain(parsed.error))] };
	// The same app may hear of Instagram or of users too.
	if (parsed.data.object !== 'page') return into;
	for (const entry of parsed.data.entry) readEntry(entry, wish, into);
	into.events.sort((a, b) => a.occurredAt.localeCompare(b.occurredAt));
	return into;
}
