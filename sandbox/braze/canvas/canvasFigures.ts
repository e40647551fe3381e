import type { FastifyInstance } from 'fastify';
import { defaultPool, get, type Query } from '../endpoint';
import { Refusal } from '../errors';
import { figuresOf } from '../figures/channelFigures';
import { buckets, dateOf, DAY_MS, lengthOf, within, type Bucket } from '../figures/days';
import { MESSAGING_RULES } from '../messages/messagingRules';
import type { BrazeState } from '../state';
import type { Canvas } from './canvas';
import { requireCanvas } from './trigger';

/** Days of one call. */
const DAYS_MAX = 14;

/** Revenue and conversions are not modelled. */
const NO_CONVERSIONS = { revenue: 0, conversions: 0, conversions_by_entry_time: 0 };

/** `ending_at` is required, and one of `length` and `starting_at`; at most 14 days either way. */
function daysOf(query: Query): Bucket[] {
	const ending = dateOf(query, 'ending_at');
	if (ending === undefined) throw new Refusal(400, 'ending_at is required', MESSAGING_RULES.canvasDays);
	const starting = dateOf(query, 'starting_at');
	if (starting === undefined) return buckets(lengthOf(query, DAYS_MAX), ending);
	const length = Math.floor(ending / DAY_MS) - Math.floor(starting / DAY_MS) + 1;
	if (length < 1 || length > DAYS_MAX) throw new Refusal(400, `at most ${DAYS_MAX} days, starting_at before ending_at`, MESSAGING_RULES.canvasDays);
	return buckets(length, ending);
}

function statsOf(state: BrazeState, canvas: Canvas, bucket: Bucket, query: Query) {
	const entries = canvas.entries.filter(({ at }) => within(bucket, at));
	const sent = state.messaging.sent.messages.filter(({ source }) => source.kind === 'canvas' && source.id === canvas.id);
	const ofVariants = () =>
		canvas.variants.map(({ id, name }) => [id, { name, ...NO_CONVERSIONS, entries: entries.filter(({ variantId }) => variantId === id).length }]);
	const ofSteps = () =>
		canvas.variants.flatMap(({ steps }) => steps).map(({ id, name, channel }) => {
			const own = sent.filter(({ source }) => source.kind === 'canvas' && source.stepId === id);
			return [id, { name, ...NO_CONVERSIONS, messages: { [channel]: [figuresOf(channel, own, bucket)] } }];
		});
	return {
		total_stats: { ...NO_CONVERSIONS, entries: entries.length },
		...(query.one('include_variant_breakdown') === 'true' ? { variant_stats: Object.fromEntries(ofVariants()) } : {}),
		...(query.one('include_step_breakdown') === 'true' ? { step_stats: Object.fromEntries(ofSteps()) } : {}),
	};
}

/** `GET /canvas/data_series` and `GET /canvas/data_summary`: by day, and all days as one. */
export function canvasFigures(app: FastifyInstance, state: BrazeState): void {
	get(app, state, {
		path: '/canvas/data_series',
		permission: 'canvas.data_series',
		pools: defaultPool,
		answer: (query, request) => {
			const canvas = requireCanvas(state, query.one('canvas_id'));
			request.notes.rule = MESSAGING_RULES.figures;
			const stats = daysOf(query).map((bucket) => ({ time: bucket.time, ...statsOf(state, canvas, bucket, query) }));
			return { status: 200, body: { data: { name: canvas.name, stats }, message: 'success' } };
		},
	});
	get(app, state, {
		path: '/canvas/data_summary',
		permission: 'canvas.data_summary',
		pools: defaultPool,
		answer: (query, request) => {
			const canvas = requireCanvas(state, query.one('canvas_id'));
			const days = daysOf(query);
			request.notes.rule = MESSAGING_RULES.figures;
			const whole = { ...days[0], end: days[days.length - 1].end };
			return { status: 200, body: { data: { name: canvas.name, ...statsOf(state, canvas, whole, query) }, message: 'success' } };
		},
	});
}
