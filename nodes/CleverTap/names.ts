import type { Problem } from '../shared/operation';

/** In names of events, of their properties and of profile keys. https://developer.clevertap.com/docs/upload-events-api */
const FORBIDDEN = /[%><!|&.:;$'"\\]/;

const FORBIDDEN_SHOWN = '% > < ! | & . : ; $ \' " \\';

/** Events that CleverTap raises itself. */
const RESERVED = [
	'App Launched',
	'App Uninstalled',
	'App Version Changed',
	'Experiment Rendered',
	'Identity Error',
	'Identity Reset',
	'Identity Set',
	'Notification Clicked',
	'Notification Delivered',
	'Notification Replied',
	'Notification Sent',
	'Notification Viewed',
	'Reachable By',
	'Reply Sent',
	'Stayed',
	'UTM Visited',
];

/** To CleverTap, names of events that differ in case and spaces only are one. */
const sameName = (name: string): string => name.toLowerCase().replace(/\s+/g, '');

const RESERVED_KEYS = new Set(RESERVED.map(sameName));

/** Characters. CleverTap says characters in one place and bytes in another: what is too long as characters is too long as both. */
const LONGEST_KEY = 120;
const LONGEST_VALUE = 512;

export function eventNameProblem(name: string): Problem | undefined {
	const displayName = 'Event Name';
	if (FORBIDDEN.test(name)) return { displayName, message: `holds a character that CleverTap forbids in names: ${FORBIDDEN_SHOWN}` };
	if (RESERVED_KEYS.has(sameName(name))) return { displayName, message: `"${name}" is an event of CleverTap's own; case and spaces do not tell names apart` };
	return name.length > LONGEST_VALUE ? { displayName, message: `is longer than ${LONGEST_VALUE} characters` } : undefined;
}

/** What CleverTap forbids in the data of a record; `hash` where # counts too, as in profile keys. */
export function dataProblem(displayName: string, data: Readonly<Record<string, unknown>>, hash: boolean): Problem | undefined {
	for (const [key, value] of Object.entries(data)) {
		if (key.trim() === '') return { displayName, message: 'a name is empty' };
		if (FORBIDDEN.test(key) || (hash && key.includes('#'))) return { displayName, message: `"${key}" holds a character that CleverTap forbids in names: ${FORBIDDEN_SHOWN}${hash ? ' #' : ''}` };
		if (key.length > LONGEST_KEY) return { displayName, message: `the name "${key}" is longer than ${LONGEST_KEY} characters` };
		if (typeof value === 'string' && value.length > LONGEST_VALUE) return { displayName, message: `"${key}" is longer than ${LONGEST_VALUE} characters, the most CleverTap keeps of a value` };
	}
	return undefined;
}
