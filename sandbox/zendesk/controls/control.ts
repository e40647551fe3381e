import type { FastifyInstance } from 'fastify';
import type { ZendeskLimits, ZendeskTicketTruth } from '../../control/types';
import { agentDeskControl } from './agentDesk';
import { accountControl } from './accountControl';
import { handmadeControl } from './handmade';
import { oauthControl } from './oauthControl';
import { recordInvalid, recordNotFound } from '../errors';
import { answerErrors } from '../http';
import { presentInvocation } from '../webhooks/invocations';
import { presentAudit, presentComment, presentTicket, presentUser } from '../present';
import { RULES } from '../rules';
import type { ZendeskState } from '../state';
import { presentTrigger } from '../triggers/routes';
import { inOrder } from '../triggers/run';
import { presentWebhook } from '../webhooks/webhooks';

type Filter = { external_id?: string; requester_id?: string };

/** Changes the limits that are named; all are numbers but `resignRetries`. */
function changeLimits(state: ZendeskState, wanted: Partial<ZendeskLimits>): void {
	for (const [name, value] of Object.entries(wanted)) {
		const standing: unknown = Object.entries(state.limits).find(([known]) => known === name)?.[1];
		if (standing === undefined || typeof value !== typeof standing) {
			throw recordInvalid({ [name]: [{ description: `${name}: no such limit, or not a ${typeof standing}` }] }, RULES.invalidValue);
		}
	}
	Object.assign(state.limits, wanted);
	// Old counters belong to old limits.
	state.windows.clear();
}

function truthRoutes(app: FastifyInstance, state: ZendeskState): void {
	app.get<{ Querystring: Filter }>('/_sandbox/zendesk/tickets', async ({ query }) => ({
		tickets: state
			.liveTickets()
			.filter(({ external_id: id }) => query.external_id === undefined || id === query.external_id)
			.filter(({ requester_id: id }) => query.requester_id === undefined || String(id) === query.requester_id)
			.map((ticket) => presentTicket(state, ticket)),
	}));

	app.get<{ Params: { id: string } }>('/_sandbox/zendesk/tickets/:id', async ({ params }): Promise<ZendeskTicketTruth> => {
		const ticket = state.tickets.get(Number(params.id));
		if (ticket === undefined) throw recordNotFound();
		return {
			ticket: presentTicket(state, ticket),
			comments: state.comments(ticket.id).map(({ audit, comment }) => presentComment(state, audit, comment)),
			audits: (state.audits.get(ticket.id) ?? []).map((audit) => presentAudit(state, audit)),
		};
	});

	app.get<{ Querystring: Filter }>('/_sandbox/zendesk/users', async ({ query }) => ({
		users: state.liveUsers()
			.filter(({ external_id: id }) => query.external_id === undefined || id === query.external_id)
			.map((user) => ({ ...presentUser(state, user), identities: user.identities })),
	}));

	app.get('/_sandbox/zendesk/triggers', async () => ({
		triggers: inOrder(state).map((trigger) => presentTrigger(state, trigger)),
		trigger_categories: state.triggerCategories,
	}));

	app.get('/_sandbox/zendesk/webhooks', async () => ({
		webhooks: [...state.webhooks.values()].map((webhook) => ({
			...presentWebhook(webhook),
			secret: webhook.secret,
			invocations: state.invocations.filter(({ webhook_id: id }) => id === webhook.id).map(presentInvocation),
		})),
	}));
}

/** Zendesk's part of the control API. */
export function zendeskControl(app: FastifyInstance, state: ZendeskState): void {
	void app.register(async (scope) => {
		scope.addHook('onRequest', async (request) => {
			request.notes = {};
		});
		answerErrors(scope, false);
		agentDeskControl(scope, state);
		truthRoutes(scope, state);
		accountControl(scope, state);
		oauthControl(scope, state);
		handmadeControl(scope, state);
		scope.get('/_sandbox/zendesk/limits', async () => state.limits);
		scope.post<{ Body: Partial<ZendeskLimits> }>('/_sandbox/zendesk/limits', async ({ body }) => {
			changeLimits(state, body ?? {});
			return state.limits;
		});
	});
}
