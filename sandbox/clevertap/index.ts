import type { FastifyInstance } from 'fastify';
import type { PretendedVendor } from '../core/vendor';
import type { World } from '../core/world';
import { authenticate } from './auth';
import { limitConcurrency } from './concurrency';
import { cleverTapControl } from './controls/control';
import { countRoutes } from './queries/counts';
import { deleteRoute } from './profiles/deleteProfiles';
import { demergeRoute } from './profiles/demerge';
import { disassociateRoute } from './profiles/disassociate';
import { downloadRoutes } from './queries/downloads';
import { faultAnswer } from './errors';
import { externalTriggerRoutes } from './campaigns/externalTrigger';
import { answerErrors } from './http';
import { messageReportRoute } from './campaigns/messageReport';
import { profileRoute } from './profiles/profile';
import { realTimeRoute } from './queries/realTime';
import { withoutRegion } from './regions';
import { sendRoutes } from './campaigns/send';
import { CleverTapState } from './state';
import { subscribeRoute } from './profiles/subscribe';
import { targetRoutes } from './campaigns/targets';
import { targetsCreateRoutes } from './campaigns/targetsCreate';
import { topPropertyRoutes } from './queries/topProperties';
import { trendRoutes } from './queries/trends';
import { uploadRoute } from './upload/upload';

/** One list of routes an API; the next API is one more word. */
const APIS: Array<(app: FastifyInstance, state: CleverTapState) => void> = [
	uploadRoute, profileRoute, downloadRoutes, countRoutes, trendRoutes, topPropertyRoutes, realTimeRoute, messageReportRoute,
	deleteRoute, demergeRoute, subscribeRoute, disassociateRoute, targetsCreateRoutes, targetRoutes, sendRoutes, externalTriggerRoutes,
];

/** CleverTap, pretended: what it does and how sure we are of it stands in docs/sandbox-clevertap.md. */
export function cleverTapVendor(world: World): PretendedVendor {
	const state = new CleverTapState(world);
	return {
		name: 'clevertap',
		prefix: '/clevertap',
		canonicalUrl: withoutRegion,
		faultAnswer,
		routes(app) {
			answerErrors(app);
			void app.register(async (api) => {
				authenticate(api, state);
				limitConcurrency(api, state);
				for (const routes of APIS) routes(api, state);
			});
		},
		control: (app) => cleverTapControl(app, state),
	};
}
