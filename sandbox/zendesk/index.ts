import type { FastifyInstance } from 'fastify';
import type { PretendedVendor } from '../core/vendor';
import type { World } from '../core/world';
import { closeSolved } from './controls/agentDesk';
import { auditRoutes } from './tickets/audits';
import { authenticate } from './auth';
import { OUTLET_ACCOUNT } from './accounts';
import { commentRoutes } from './tickets/comments';
import { zendeskControl } from './controls/control';
import { deletedTicketRoutes } from './tickets/deletedTickets';
import { faultAnswer } from './errors';
import { ticketFieldRoutes } from './fields/ticketFields';
import { userFieldRoutes } from './fields/userFields';
import { contentRoutes } from './files/contentRoutes';
import { uploadRoutes } from './files/uploadRoutes';
import { answerErrors } from './http';
import { identityRoutes } from './users/identities';
import { incrementalRoutes } from './search/incremental';
import { invocationRoutes } from './webhooks/invocations';
import { jobStatusRoutes } from './jobs/routes';
import { ticketBulkRoutes } from './jobs/ticketBulk';
import { ticketMergeRoutes } from './jobs/ticketMerge';
import { userBulkRoutes } from './jobs/userBulk';
import { authorizePage } from './oauth/authorizePage';
import { tokenEndpoint } from './oauth/tokenEndpoint';
import { tokenRoutes } from './oauth/tokenRoutes';
import { organizationBulkRoutes } from './organizations/bulk';
import { organizationMembershipRoutes } from './organizations/memberships';
import { organizationRoutes } from './organizations/routes';
import { pickListRoutes } from './pickLists';
import { searchRoutes } from './search/search';
import { searchExportRoutes } from './search/searchExport';
import { ZendeskState } from './state';
import { statusAndLocaleRoutes } from './tickets/statusesAndLocales';
import { suspendedTicketRoutes } from './tickets/suspendedTickets';
import { ticketRoutes } from './tickets/tickets';
import { ticketTagRoutes } from './tickets/ticketTags';
import { triggerCategoryRoutes } from './triggers/categoryRoutes';
import { triggerRoutes } from './triggers/routes';
import { unknownSubdomain } from './unknownSubdomain';
import { userDeleteRoutes } from './users/userDelete';
import { userRelatedRoutes } from './users/userRelated';
import { userRoutes } from './users/users';
import { webhookRoutes } from './webhooks/webhooks';
import { webhookTestRoutes } from './webhooks/webhookTest';

/** One list of routes a resource; the next resource is one more line. */
const RESOURCES: Array<(app: FastifyInstance, state: ZendeskState) => void> = [
	userRoutes, userDeleteRoutes, userRelatedRoutes, userBulkRoutes, identityRoutes, userFieldRoutes,
	organizationRoutes, organizationMembershipRoutes, organizationBulkRoutes,
	ticketRoutes, ticketTagRoutes, ticketBulkRoutes, ticketMergeRoutes, deletedTicketRoutes, suspendedTicketRoutes,
	commentRoutes, auditRoutes, uploadRoutes, incrementalRoutes, searchRoutes, searchExportRoutes, jobStatusRoutes,
	triggerRoutes, triggerCategoryRoutes, webhookRoutes, webhookTestRoutes, invocationRoutes,
	ticketFieldRoutes, pickListRoutes, statusAndLocaleRoutes, tokenRoutes,
];

/** One account: its login, its files, its API. */
function accountRoutes(app: FastifyInstance, state: ZendeskState): void {
	tokenEndpoint(app, state);
	authorizePage(app, state);
	contentRoutes(app, state);
	void app.register(
		async (api) => {
			authenticate(api, state);
			for (const routes of RESOURCES) routes(api, state);
		},
		{ prefix: '/api/v2' },
	);
}

/** Zendesk Support, pretended: what it does and how sure we are of it stands in docs/sandbox-zendesk.md. */
export function zendeskVendor(world: World): PretendedVendor {
	const state = new ZendeskState(world);
	const outlet = new ZendeskState(world, OUTLET_ACCOUNT);
	for (const account of [state, outlet]) world.onAge(() => closeSolved(account));
	return {
		name: 'zendesk',
		prefix: '/zendesk',
		// `.json` is optional on every path.
		canonicalUrl: (url) => url.replace(/^([^?]*)\.json(?=$|\?)/, '$1'),
		faultAnswer,
		routes(app) {
			answerErrors(app);
			for (const account of [state, outlet]) {
				void app.register(async (scope) => accountRoutes(scope, account), { prefix: account.account.path });
			}
			unknownSubdomain(app);
		},
		control: (app) => zendeskControl(app, state),
	};
}
