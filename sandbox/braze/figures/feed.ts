import type { FastifyInstance } from 'fastify';
import { defaultPool, get, type Query } from '../endpoint';
import { Refusal } from '../errors';
import { MESSAGING_RULES } from '../messages/messagingRules';
import { iso, pageOf, sorted } from '../pages';
import type { BrazeState } from '../state';
import { seriesOf, within, type Bucket } from './days';
import type { FeedCard } from './feedCard';

const PAGE_SIZE = 100;

function requireCard(state: BrazeState, query: Query): FeedCard {
	const card = state.messaging.feedCards.find(({ id }) => id === query.one('card_id'));
	if (card === undefined) throw new Refusal(400, 'Invalid Card ID', MESSAGING_RULES.cardUnknown);
	return card;
}

function countsOf({ seen }: FeedCard, bucket: Bucket) {
	const of = (kind: 'click' | 'impression') => seen.filter((one) => one.kind === kind && within(bucket, one.at));
	const people = (kind: 'click' | 'impression') => new Set(of(kind).map(({ by }) => by)).size;
	return { clicks: of('click').length, impressions: of('impression').length, unique_clicks: people('click'), unique_impressions: people('impression') };
}

/** `GET /feed/list`, `/feed/details`, `/feed/data_series`: the legacy News Feed. */
export function feed(app: FastifyInstance, state: BrazeState): void {
	get(app, state, {
		path: '/feed/list',
		permission: 'feed.list',
		pools: defaultPool,
		answer: (query, request) => {
			const cards = state.messaging.feedCards.filter(({ archived }) => !archived || query.one('include_archived') === 'true');
			request.notes.rule = MESSAGING_RULES.feedLegacy;
			return { status: 200, body: { message: 'success', cards: pageOf(sorted(cards, query), query, PAGE_SIZE).map(({ id, type, title, tags }) => ({ id, type, title, tags })) } };
		},
	});
	get(app, state, {
		path: '/feed/details',
		permission: 'feed.details',
		pools: defaultPool,
		answer: (query, request) => {
			const { createdAt, updatedAt, name, tags, title, description, archived } = requireCard(state, query);
			request.notes.rule = MESSAGING_RULES.feedLegacy;
			const times = { created_at: iso(createdAt), updated_at: iso(updatedAt), publish_at: iso(createdAt), end_at: null };
			return { status: 200, body: { message: 'success', ...times, name, tags, title, image_url: null, extras: {}, description, archived, draft: false } };
		},
	});
	get(app, state, {
		path: '/feed/data_series',
		permission: 'feed.data_series',
		pools: defaultPool,
		answer: (query, request) => {
			const card = requireCard(state, query);
			request.notes.rule = MESSAGING_RULES.feedLegacy;
			return { status: 200, body: { message: 'success', data: seriesOf(query, { hourly: true }).map((bucket) => ({ time: bucket.time, ...countsOf(card, bucket) })) } };
		},
	});
}
