import { NodeOperationError, type IHookFunctions, type IWebhookFunctions } from 'n8n-workflow';
import { explain, type Schema } from '../shared/schema';
import { allField, anyField } from './rules/ruleFields';
import type { Wish } from './ticketEvent';
import { ticketTriggerBody } from './ticketTrigger/body';
import { conditionsFor } from './ticketTrigger/conditions';
import type { OwnTrigger } from './ticketTrigger/mergedTrigger';
import { COMMENT_ADDED, STATUS_CHANGED } from './ticketEvent';

type Context = IHookFunctions | IWebhookFunctions;

export type Registration = 'eventSubscription' | 'setUp' | 'ticketTrigger';

/** Workflows of the time when there was one way have no such parameter. */
export function registrationOf(context: Context): Registration {
	const chosen = context.getNodeParameter('registration', 'eventSubscription');
	return chosen === 'setUp' || chosen === 'ticketTrigger' ? chosen : 'eventSubscription';
}

const eventOf = (context: Context): Wish['event'] => (context.getNodeParameter('event') === 'agentReply' ? 'agentReply' : 'statusChanged');

const statusesOf = (context: Context): string[] => [context.getNodeParameter('statuses', [])].flat().map(String);

/** What the node's form asks for. */
export const wishOf = (context: Context): Wish => ({
	channel: String(context.getNodeParameter('channel')),
	event: eventOf(context),
	statuses: statusesOf(context),
	appendLinks: context.getNodeParameter('appendLinks', true) === true,
});

export const subscriptionsFor = (context: Context): string[] => [eventOf(context) === 'agentReply' ? COMMENT_ADDED : STATUS_CHANGED];

function listOf<T>(context: IHookFunctions, name: string, displayName: string, schema: Schema<T>): T {
	const parsed = schema.safeParse(context.getNodeParameter(name, '[]'));
	if (parsed.success) return parsed.data;
	throw new NodeOperationError(context.getNode(), `${displayName} ${explain(parsed.error)}`, { description: 'Correct the field in this node, then publish again.' });
}

/** The Zendesk trigger that this node's form asks for. */
export function ownTriggerOf(context: IHookFunctions): OwnTrigger {
	const event = eventOf(context);
	const statuses = event === 'statusChanged' ? statusesOf(context) : [];
	const conditions = conditionsFor({
		event,
		statuses,
		leaveOutApi: context.getNodeParameter('leaveOutApi', true) === true,
		all: listOf(context, 'conditionsAll', 'Conditions (All)', allField().schema),
		any: listOf(context, 'conditionsAny', 'Conditions (Any)', anyField().schema),
	});
	if (conditions === undefined) {
		throw new NodeOperationError(context.getNode(), 'Conditions (Any) cannot stand beside several Statuses: both are alternatives, and Zendesk has one list of them', {
			description: 'Choose one status in this node, or empty Conditions (Any).',
		});
	}
	return { title: `n8n: ${context.getWorkflow().name ?? 'workflow'}: ${context.getNode().name}`.slice(0, 200), categoryId: undefined, ...conditions, body: ticketTriggerBody({ event, status: statuses.length === 1 ? statuses[0] : '' }) };
}
