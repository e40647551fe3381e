import type { FastifyInstance } from 'fastify';
import { defaultPool, get, type Query } from '../endpoint';
import { MESSAGING_RULES } from '../messages/messagingRules';
import { pageOf } from '../pages';
import type { Permission } from '../permissions';
import type { Purchase } from '../users/profile';
import type { BrazeState } from '../state';
import { seriesOf, within } from './days';

/** Braze does not say how long a page is. */
const PAGE_SIZE = 250;

const allPurchases = (state: BrazeState): Purchase[] => state.profiles.flatMap(({ purchases }) => purchases);

function productList(app: FastifyInstance, state: BrazeState): void {
	get(app, state, {
		path: '/purchases/product_list',
		permission: 'purchases.product_list',
		pools: () => [{ pool: 'custom data lists' }],
		answer: (query, request) => {
			const products = [...new Set(allPurchases(state).map(({ productId }) => productId))].sort();
			request.notes.rule = MESSAGING_RULES.productPage;
			return { status: 200, body: { message: 'success', products: pageOf(products, query, PAGE_SIZE) } };
		},
	});
}

function narrowed(state: BrazeState, query: Query): Purchase[] {
	const product = query.one('product');
	const appId = query.one('app_id');
	return allPurchases(state).filter((one) => (product === undefined || one.productId === product) && (appId === undefined || one.appId === appId));
}

function series(app: FastifyInstance, state: BrazeState, path: string, permission: Permission, field: string, valueOf: (purchase: Purchase) => number): void {
	get(app, state, {
		path,
		permission,
		pools: defaultPool,
		answer: (query, request) => {
			const bought = narrowed(state, query);
			request.notes.rule = MESSAGING_RULES.figures;
			const data = seriesOf(query, { hourly: true }).map((bucket) => ({
				time: bucket.time,
				[field]: bought.filter(({ time }) => within(bucket, time)).reduce((sum, purchase) => sum + valueOf(purchase), 0),
			}));
			return { status: 200, body: { message: 'success', data } };
		},
	});
}

/** `GET /purchases/product_list`, `/revenue_series`, `/quantity_series`. Prices are added up whatever their currency. */
export function purchases(app: FastifyInstance, state: BrazeState): void {
	productList(app, state);
	series(app, state, '/purchases/revenue_series', 'purchases.revenue_series', 'revenue', ({ price, quantity }) => price * quantity);
	series(app, state, '/purchases/quantity_series', 'purchases.quantity_series', 'purchase_quantity', ({ quantity }) => quantity);
}
