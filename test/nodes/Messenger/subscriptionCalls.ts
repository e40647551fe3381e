import type nock from 'nock';
import { api, APP, appApi, appProved, PAGE, proved, VERIFY } from './messenger';

export const APP_PATH = `/v26.0/${APP}/subscriptions`;
export const PAGE_PATH = `/v26.0/${PAGE}/subscribed_apps`;

export interface AppRow {
	object: string;
	callback_url: string;
	active: boolean;
	fields: Array<{ name: string; version: string } | string>;
}

export const appRow = (callback: string, fields: string[], more: Partial<AppRow> = {}): AppRow => ({
	object: 'page',
	callback_url: callback,
	active: true,
	fields: fields.map((name) => ({ name, version: 'v26.0' })),
	...more,
});

/** `GET` of the app's subscriptions, with the app's own token. */
export const appHas = (...rows: AppRow[]): nock.Scope => appApi().get(APP_PATH).query(appProved()).reply(200, { data: rows });

/** `GET` of the Page's apps: another app is subscribed too, and stays. */
export const pageHas = (fields?: string[]): nock.Scope =>
	api()
		.get(PAGE_PATH)
		.query(proved())
		.reply(200, { data: [{ id: '111', name: 'Other', subscribed_fields: ['feed', 'messages'] }, ...(fields ? [{ id: APP, name: 'Ours', subscribed_fields: fields }] : [])] });

export const appSubscribes = (callback: string, fields: string[]): nock.Scope =>
	appApi().post(APP_PATH, { object: 'page', callback_url: callback, verify_token: VERIFY, fields: fields.join(','), include_values: true }).query(appProved()).reply(200, { success: true });

export const pageSubscribes = (fields: string[]): nock.Scope => api().post(PAGE_PATH).query(proved({ subscribed_fields: fields.join(',') })).reply(200, { success: true });

export const pageRemoved = (): nock.Scope => api().delete(PAGE_PATH).query(proved()).reply(200, { success: true });

export const appRemoved = (): nock.Scope => appApi().delete(APP_PATH).query(appProved({ object: 'page' })).reply(200, { success: true });
