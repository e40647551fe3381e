import type { FastifyInstance } from 'fastify';
import { eventsOf, profilesOf } from '../campaigns/audience';
import { download } from './download';
import { eventRecord, profileRecord } from './present';
import type { CleverTapState } from '../state';

/** `/1/profiles.json` and `/1/events.json` */
export function downloadRoutes(app: FastifyInstance, state: CleverTapState): void {
	const { cursors } = state;
	download(app, {
		path: '/profiles.json',
		start: (query, size, parts) => cursors.start('profiles', profilesOf(state, query), size, parts),
		page: (cursor) => cursors.page('profiles', cursor),
		record: profileRecord,
	});
	download(app, {
		path: '/events.json',
		start: (query, size, parts) => cursors.start('events', eventsOf(state, query), size, parts),
		page: (cursor) => cursors.page('events', cursor),
		record: (event) => eventRecord(state, event),
	});
}
