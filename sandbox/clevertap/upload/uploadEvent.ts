import { isJsonObject, type JsonObject } from '../json';
import { eventKey, hasForbidden, isReserved, NAME_MAX } from './names';
import { RecordError } from './recordError';
import { RULES } from '../rules';
import type { CleverTapState } from '../state';
import { cutTexts } from '../values';

const ITEMS_MAX = 256;

export interface CheckedEvent {
	name: string;
	data: JsonObject;
}

/** What an event record says, or why it is not taken. */
export function checkEvent({ settings }: CleverTapState, record: JsonObject): CheckedEvent {
	const { evtName: name, evtData: data } = record;
	if (typeof name !== 'string' || name.trim() === '') throw new RecordError(509);
	if (isReserved(name)) throw new RecordError(513);
	if (hasForbidden(name) || name.length > NAME_MAX) throw new RecordError(512, `event name ${name}`, RULES.nameForbidden);
	if (settings.discardedEvents.some((discarded) => eventKey(discarded) === eventKey(name))) throw new RecordError(528);
	if (!isJsonObject(data)) throw new RecordError(512, 'evtData');
	const keys = Object.keys(data);
	if (keys.length > settings.eventProperties) throw new RecordError(522);
	const bad = keys.find((key) => hasForbidden(key) || key.length > NAME_MAX);
	if (bad !== undefined) throw new RecordError(512, `property ${bad}`, RULES.nameForbidden);
	const { Items: items } = data;
	if (eventKey(name) === 'charged' && Array.isArray(items) && items.length > ITEMS_MAX) throw new RecordError(512, 'Items', RULES.chargedItems);
	return { name, data: cutTexts(data) };
}
