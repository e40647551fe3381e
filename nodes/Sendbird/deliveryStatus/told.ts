import type { IDataObject } from 'n8n-workflow';
import { isObject } from '../../shared/text/isObject';

/** What a record tells, each part '' where it does not: the shapes of identity and time are documented nowhere. */
export interface Told {
	/** Upper case. */
	status: string;
	eventName: string;
	targetId: string;
	/** The ids under which the customer is named; empty for a user whom Sendbird could not map. */
	customer: IDataObject;
	/** As it came: ISO, Unix seconds or ms. */
	time: unknown;
	/** Sendbird's own id of the notification, where it is told. */
	messageId: string;
}

export const asText = (value: unknown): string => (typeof value === 'string' ? value.trim() : typeof value === 'number' ? String(value) : '');

/** The first of these names that holds a text or number. */
export const firstOf = (values: Record<string, unknown>, names: readonly string[]): string => names.map((name) => asText(values[name])).find((text) => text !== '') ?? '';

/** The ids that are there, by our name of each. */
export const idsOf = (record: Record<string, unknown>, names: Readonly<Record<string, string>>): IDataObject =>
	Object.fromEntries(Object.entries(names).flatMap(([ours, theirs]) => (asText(record[theirs]) === '' ? [] : [[ours, asText(record[theirs])]])));

export const objectAt = (record: Record<string, unknown>, name: string): Record<string, unknown> => {
	const value = record[name];
	return isObject(value) ? value : {};
};

export const MESSAGE_IDS = ['notification_id', 'message_id', 'request_id'];
export const TARGET_IDS = ['target_id', 'campaign_id', 'canvas_id', 'journey_id'];
