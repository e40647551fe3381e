import type { FastifyInstance } from 'fastify';
import { canvasFigures } from '../canvas/canvasFigures';
import { canvasRead } from '../canvas/canvasRead';
import { canvasTrigger } from '../canvas/trigger';
import { duplicate } from '../campaigns/duplicate';
import { campaignsDataSeries } from '../figures/campaignsDataSeries';
import { customAttributesList } from '../figures/customAttributesList';
import { events } from '../figures/events';
import { feed } from '../figures/feed';
import { kpi } from '../figures/kpi';
import { purchases } from '../figures/purchases';
import { messagesSend } from './send';
import { messagesSchedule } from '../schedules/messagesSchedule';
import { scheduledBroadcasts } from '../schedules/scheduledBroadcasts';
import { segmentsRead } from '../segments/segmentsRead';
import { sendsDataSeries } from '../sends/sendsDataSeries';
import { sendsIdCreate } from '../sends/sendsIdCreate';
import type { BrazeState } from '../state';
import { urlInfo } from './urlInfo';

const ROUTES: ReadonlyArray<(app: FastifyInstance, state: BrazeState) => void> = [
	messagesSend, messagesSchedule, scheduledBroadcasts, sendsIdCreate, sendsDataSeries, campaignsDataSeries,
	canvasTrigger, canvasRead, canvasFigures, segmentsRead, events, customAttributesList, purchases, kpi, feed, urlInfo, duplicate,
];

/** Messages, sends, Canvas, segments and figures. */
export function messagingRoutes(app: FastifyInstance, state: BrazeState): void {
	for (const routes of ROUTES) routes(app, state);
}
