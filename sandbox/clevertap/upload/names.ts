const FORBIDDEN = /[%><!|&.:;$'"\\]/;

/** Forbidden in names of events and properties. */
export const hasForbidden = (name: string): boolean => FORBIDDEN.test(name);

/** Profile keys have one more. */
export const hasForbiddenInKey = (name: string): boolean => FORBIDDEN.test(name) || name.includes('#');

export const NAME_MAX = 120;

/** Two names of events that differ in case and spaces only are one. */
export const eventKey = (name: string): string => name.toLowerCase().replace(/\s+/g, '');

const RESERVED = new Set(
	[
		'Notification Sent', 'Notification Viewed', 'Notification Clicked', 'Notification Delivered', 'Notification Replied',
		'UTM Visited', 'App Launched', 'App Uninstalled', 'App Version Changed', 'Stayed', 'Reply Sent', 'Experiment Rendered',
		'Reachable By', 'Identity Set', 'Identity Reset', 'Identity Error', 'Web Page Viewed',
	].map(eventKey),
);

/** CleverTap raises these itself. */
export const isReserved = (name: string): boolean => RESERVED.has(eventKey(name));
