import type { FastifyInstance } from 'fastify';
import { defaultPool, get, type Query } from '../endpoint';
import { Refusal } from '../errors';
import { seriesOf } from '../figures/days';
import { MESSAGING_RULES } from '../messages/messagingRules';
import { iso, pageOf, sorted } from '../pages';
import type { BrazeState } from '../state';
import { sizeOn, type Segment } from './segment';

const PAGE_SIZE = 100;

export function requireSegment(state: BrazeState, query: Query): Segment {
	const segment = state.messaging.segments.find(({ id }) => id === query.one('segment_id'));
	if (segment === undefined) throw new Refusal(400, 'Invalid Segment ID', MESSAGING_RULES.segmentUnknown);
	return segment;
}

/** The segment of a series that may be narrowed to one; only those with analytics tracking have figures. */
export function narrowing(state: BrazeState, query: Query): Segment | undefined {
	if (query.one('segment_id') === undefined) return undefined;
	const segment = requireSegment(state, query);
	if (!segment.analyticsTracking) throw new Refusal(400, 'Analytics tracking is not enabled for this segment', MESSAGING_RULES.segmentUntracked);
	return segment;
}

function segmentsList(app: FastifyInstance, state: BrazeState): void {
	get(app, state, {
		path: '/segments/list',
		permission: 'segments.list',
		pools: defaultPool,
		answer: (query, request) => {
			const shown = sorted(state.messaging.segments.filter(({ archived }) => !archived), query);
			request.notes.rule = MESSAGING_RULES.segmentsListed;
			return {
				status: 200,
				body: {
					message: 'success',
					segments: pageOf(shown, query, PAGE_SIZE).map(({ id, name, analyticsTracking, tags }) => ({ id, name, analytics_tracking_enabled: analyticsTracking, tags })),
				},
			};
		},
	});
}

function segmentsDetails(app: FastifyInstance, state: BrazeState): void {
	get(app, state, {
		path: '/segments/details',
		permission: 'segments.details',
		pools: defaultPool,
		answer: (query, request) => {
			const { createdAt, updatedAt, name, filterDescription, textDescription, tags, teams } = requireSegment(state, query);
			request.notes.rule = MESSAGING_RULES.segmentDetails;
			return {
				status: 200,
				body: { message: 'success', created_at: iso(createdAt), updated_at: iso(updatedAt), name, description: filterDescription, text_description: textDescription, tags, teams },
			};
		},
	});
}

function segmentsDataSeries(app: FastifyInstance, state: BrazeState): void {
	get(app, state, {
		path: '/segments/data_series',
		permission: 'segments.data_series',
		pools: defaultPool,
		answer: (query, request) => {
			const segment = requireSegment(state, query);
			narrowing(state, query);
			request.notes.rule = MESSAGING_RULES.segmentSizes;
			return { status: 200, body: { message: 'success', data: seriesOf(query).map(({ time, end }) => ({ time, size: sizeOn(state, segment, end) })) } };
		},
	});
}

export function segmentsRead(app: FastifyInstance, state: BrazeState): void {
	segmentsList(app, state);
	segmentsDetails(app, state);
	segmentsDataSeries(app, state);
}
