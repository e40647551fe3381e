import type { FastifyInstance } from 'fastify';
import { defaultPool, get } from '../endpoint';
import { MESSAGING_RULES } from '../messages/messagingRules';
import type { Permission } from '../permissions';
import { isMember } from '../segments/segment';
import { narrowing } from '../segments/segmentsRead';
import type { BrazeState } from '../state';
import { DAY_MS, seriesOf, within, type Bucket } from './days';

const MONTH_MS = 30 * DAY_MS;

type Kpi = 'new_users' | 'dau' | 'mau' | 'uninstalls';

/** Users of an app are those who ever opened it. */
function countsOf(state: BrazeState, appId: string | undefined): Record<Kpi, (bucket: Bucket) => number> {
	const { appUse } = state.messaging;
	const sessions = appUse.sessions.filter((use) => appId === undefined || use.appId === appId);
	const uninstalls = appUse.uninstalls.filter((use) => appId === undefined || use.appId === appId);
	const users = appId === undefined ? state.profiles : [...new Set(sessions.map(({ profile }) => profile))];
	const active = (from: number, to: number) => new Set(sessions.filter(({ at }) => at >= from && at < to).map(({ profile }) => profile)).size;
	return {
		new_users: (bucket) => users.filter(({ createdAt }) => within(bucket, createdAt)).length,
		dau: ({ start, end }) => active(start, end),
		mau: ({ end }) => active(end - MONTH_MS, end),
		uninstalls: (bucket) => uninstalls.filter(({ at }) => within(bucket, at)).length,
	};
}

function kpiSeries(app: FastifyInstance, state: BrazeState, kpi: Kpi, permission: Permission): void {
	get(app, state, {
		path: `/kpi/${kpi}/data_series`,
		permission,
		pools: defaultPool,
		answer: (query, request) => {
			const count = countsOf(state, query.one('app_id'))[kpi];
			request.notes.rule = MESSAGING_RULES.figures;
			return { status: 200, body: { message: 'success', data: seriesOf(query).map((bucket) => ({ time: bucket.time, [kpi]: count(bucket) })) } };
		},
	});
}

/** `GET /sessions/data_series` */
function sessionsSeries(app: FastifyInstance, state: BrazeState): void {
	get(app, state, {
		path: '/sessions/data_series',
		permission: 'sessions.data_series',
		pools: defaultPool,
		answer: (query, request) => {
			const segment = narrowing(state, query);
			const appId = query.one('app_id');
			const sessions = state.messaging.appUse.sessions
				.filter((use) => appId === undefined || use.appId === appId)
				.filter(({ profile }) => segment === undefined || isMember(state, segment, profile));
			request.notes.rule = MESSAGING_RULES.figures;
			const data = seriesOf(query, { hourly: true }).map((bucket) => ({ time: bucket.time, sessions: sessions.filter(({ at }) => within(bucket, at)).length }));
			return { status: 200, body: { message: 'success', data } };
		},
	});
}

/** `GET /kpi/…/data_series` and `GET /sessions/data_series`, from what the people of the sandbox do. */
export function kpi(app: FastifyInstance, state: BrazeState): void {
	kpiSeries(app, state, 'new_users', 'kpi.new_users.data_series');
	kpiSeries(app, state, 'dau', 'kpi.dau.data_series');
	kpiSeries(app, state, 'mau', 'kpi.mau.data_series');
	kpiSeries(app, state, 'uninstalls', 'kpi.uninstalls.data_series');
	sessionsSeries(app, state);
}
