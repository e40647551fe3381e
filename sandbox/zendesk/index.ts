import type { FastifyInstance } from 'fastify';
import type { PretendedVendor } from '../core/vendor';
import type { World } from '../core/world';
import { closeSolved } from './agentDesk';
import { auditRoutes } from './audits';
import { authenticate } from './auth';
import { commentRoutes } from './comments';
import { zendeskControl } from './control';
import { faultAnswer } from './errors';
import { answerErrors } from './http';
import { identityRoutes } from './identities';
import { incrementalRoutes } from './incremental';
import { invocationRoutes } from './invocations';
import { oauthRoutes } from './oauth';
import { pickListRoutes } from './pickLists';
import { searchRoutes } from './search';
import { ZendeskState } from './state';
import { ticketRoutes } from './tickets';
import { ticketTagRoutes } from './ticketTags';
import { userFieldRoutes } from './userFields';
import { userRoutes } from './users';
import { webhookRoutes } from './webhooks';
import { webhookTestRoutes } from './webhookTest';

/** One list of routes a resource; the next resource (triggers, jobs) is one more line. */
const RESOURCES: Array<(app: FastifyInstance, state: ZendeskState) => void> = [
	userRoutes, identityRoutes, userFieldRoutes, searchRoutes,
	ticketRoutes, ticketTagRoutes, commentRoutes, auditRoutes, incrementalRoutes,
	webhookRoutes, webhookTestRoutes, invocationRoutes, pickListRoutes,
];

/** Zendesk Support, pretended: what it does and how sure we are of it stands in docs/sandbox-zendesk.md. */
export function zendeskVendor(world: World): PretendedVendor {
	const state = new ZendeskState(world);
	world.onAge(() => closeSolved(state));
	return {
		name: 'zendesk',
		prefix: '/zendesk',
		// `.json` is optional on every path.
		canonicalUrl: (url) => url.replace(/\.json(?=$|\?)/, ''),
		faultAnswer,
		routes(app) {
			answerErrors(app);
			oauthRoutes(app, state);
			void app.register(
				async (api) => {
					authenticate(api, state);
					for (const routes of RESOURCES) routes(api, state);
				},
				{ prefix: '/api/v2' },
			);
		},
		control: (app) => zendeskControl(app, state),
	};
}
