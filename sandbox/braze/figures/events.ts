import type { FastifyInstance } from 'fastify';
import { defaultPool, get } from '../endpoint';
import { Refusal } from '../errors';
import { MESSAGING_RULES } from '../messages/messagingRules';
import { pageOf } from '../pages';
import { cursorPage, noBody, route } from '../route';
import { isMember } from '../segments/segment';
import { narrowing } from '../segments/segmentsRead';
import type { BrazeState } from '../state';
import { seriesOf, within } from './days';

const LIST_PAGE = 250;
const EXPORT_PAGE = 50;

/** Names of all events that anybody has done, sorted. */
const eventNames = (state: BrazeState): string[] => [...new Set(state.profiles.flatMap(({ events }) => events.map(({ name }) => name)))].sort();

/** `GET /events/list`: names alone, 250 a page. */
function eventsList(app: FastifyInstance, state: BrazeState): void {
	get(app, state, {
		path: '/events/list',
		permission: 'events.list',
		pools: () => [{ pool: 'custom data lists' }],
		answer: (query, request) => {
			request.notes.rule = MESSAGING_RULES.eventsListed;
			return { status: 200, body: { message: 'success', events: pageOf(eventNames(state), query, LIST_PAGE) } };
		},
	});
}

/** `GET /events`: 50 at a time, the next ones behind the `Link` header. */
function eventsExport(app: FastifyInstance, state: BrazeState): void {
	route(app, state, {
		method: 'GET',
		path: '/events',
		permission: 'events.get',
		pools: ['custom data lists'],
		body: noBody,
		answer: ({ query, request }) => {
			const rows = eventNames(state).map((name) => ({ name, description: '', included_in_analytics_report: true, status: 'Active', tag_names: [] }));
			const paged = cursorPage(rows, '/events', query.one('cursor'), EXPORT_PAGE);
			if (paged === undefined) throw new Refusal(400, 'cursor is invalid', MESSAGING_RULES.cursorInvalid);
			request.notes.rule = MESSAGING_RULES.linkHeader;
			return { status: 200, headers: paged.headers, body: { message: 'success', events: paged.page } };
		},
	});
}

/** `GET /events/data_series` */
function eventsDataSeries(app: FastifyInstance, state: BrazeState): void {
	get(app, state, {
		path: '/events/data_series',
		permission: 'events.data_series',
		pools: defaultPool,
		answer: (query, request) => {
			const event = query.one('event');
			if (event === undefined) throw new Refusal(400, 'event is required', MESSAGING_RULES.seriesParameters);
			const segment = narrowing(state, query);
			const appId = query.one('app_id');
			const done = state.profiles
				.filter((profile) => segment === undefined || isMember(state, segment, profile))
				.flatMap(({ events }) => events)
				.filter(({ name, appId: of }) => name === event && (appId === undefined || of === appId));
			request.notes.rule = MESSAGING_RULES.figures;
			const data = seriesOf(query, { hourly: true }).map((bucket) => ({ time: bucket.time, count: done.filter(({ time }) => within(bucket, time)).length }));
			return { status: 200, body: { message: 'success', data } };
		},
	});
}

export function events(app: FastifyInstance, state: BrazeState): void {
	eventsList(app, state);
	eventsExport(app, state);
	eventsDataSeries(app, state);
}
