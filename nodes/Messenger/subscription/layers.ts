import { z } from '../../shared/schema';
import type { Door } from '../../shared/transport/door';

/** Meta needs two subscriptions: the app's (one callback for all its Pages), and the Page's to the app. Without the second the callback is verified and silent. */
export interface AppLayer {
	callback: string;
	active: boolean;
	fields: string[];
}

const APP_PATH = '/{app}/subscriptions';
const PAGE_PATH = '/{page}/subscribed_apps';

const fieldName = z.union([z.string(), z.object({ name: z.string() }).transform(({ name }) => name)]);

const appRows = z.object({
	data: z.array(z.object({ object: z.string(), callback_url: z.string().default(''), active: z.boolean().default(true), fields: z.array(fieldName).default([]) })),
});

const pageRows = z.object({ data: z.array(z.object({ id: z.coerce.string(), subscribed_fields: z.array(fieldName).default([]) })) });

/** The app's subscription to Page events, or undefined where it has none. */
export async function readAppLayer(door: Door): Promise<AppLayer | undefined> {
	const answer = await door.send({ method: 'GET', path: APP_PATH }, 'safe');
	const row = appRows.parse(answer.body).data.find(({ object }) => object === 'page');
	return row && { callback: row.callback_url, active: row.active, fields: row.fields };
}

/** Takes the place of what was there; Meta verifies the callback before it answers. */
export async function writeAppLayer(door: Door, callback: string, fields: string[]): Promise<void> {
	const body = { object: 'page', callback_url: callback, verify_token: door.account?.verifyToken, fields: fields.join(','), include_values: true };
	await door.send({ method: 'POST', path: APP_PATH, body }, 'safe');
}

/** Ends all Page events of the app, on every Page. */
export async function removeAppLayer(door: Door): Promise<void> {
	await door.send({ method: 'DELETE', path: APP_PATH, query: { object: 'page' } }, 'safe');
}

/** The fields of this Page that our app hears, or undefined where the Page is not subscribed to it. Other apps' rows are theirs. */
export async function readPageLayer(door: Door): Promise<string[] | undefined> {
	const answer = await door.send({ method: 'GET', path: PAGE_PATH }, 'safe');
	return pageRows.parse(answer.body).data.find(({ id }) => id === door.account?.app)?.subscribed_fields;
}

/** Takes the place of the fields that were there. */
export async function writePageLayer(door: Door, fields: string[]): Promise<void> {
	await door.send({ method: 'POST', path: PAGE_PATH, query: { subscribed_fields: fields.join(',') } }, 'safe');
}

/** Removes our app from this Page, and no other. */
export async function removePageLayer(door: Door): Promise<void> {
	await door.send({ method: 'DELETE', path: PAGE_PATH }, 'safe');
}

export const lacking = (wanted: readonly string[], there: readonly string[]): string[] => wanted.filter((field) => !there.includes(field));

/** What is there and what is wanted: a field that somebody else chose is never dropped. */
export const union = (there: readonly string[], wanted: readonly string[]): string[] => [...new Set([...there, ...wanted])];
