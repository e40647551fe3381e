import type { FastifyInstance } from 'fastify';
import type { PretendedVendor } from '../core/vendor';
import type { World } from '../core/world';
import { authenticate } from './auth';
import { limitConcurrency } from './concurrency';
import { cleverTapControl } from './control';
import { countRoutes } from './counts';
import { deleteRoute } from './deleteProfiles';
import { demergeRoute } from './demerge';
import { disassociateRoute } from './disassociate';
import { downloadRoutes } from './downloads';
import { faultAnswer } from './errors';
import { externalTriggerRoutes } from './externalTrigger';
import { answerErrors } from './http';
import { messageReportRoute } from './messageReport';
import { profileRoute } from './profile';
import { realTimeRoute } from './realTime';
import { withoutRegion } from './regions';
import { sendRoutes } from './send';
import { CleverTapState } from './state';
import { subscribeRoute } from './subscribe';
import { targetRoutes } from './targets';
import { targetsCreateRoutes } from './targetsCreate';
import { topPropertyRoutes } from './topProperties';
import { trendRoutes } from './trends';
import { uploadRoute } from './upload';

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
