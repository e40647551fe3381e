import type { Rule } from '../../control/types';
import { badParam, GraphError } from '../graph/errors';
import { RULES } from '../rules';
import type { App, Person } from '../types';

const DAY = 24 * 3_600_000;

export const STANDARD_WINDOW = DAY;
export const HUMAN_AGENT_WINDOW = 7 * DAY;

export type MessagingType = 'RESPONSE' | 'UPDATE' | 'MESSAGE_TAG' | 'UTILITY';

/** The person did something that opens the window. */
export function openWindow(person: Person): void {
	person.lastInboundAt = Date.now();
	person.startedAt ??= person.lastInboundAt;
}

const within = (person: Person, length: number): boolean => person.lastInboundAt !== undefined && Date.now() - person.lastInboundAt <= length;

const outside = (rule: Rule): GraphError => new GraphError('10/2018278', rule);

/** Refused whoever the message is for. */
export function checkTag(type: MessagingType, tag: string | undefined): void {
	if (type !== 'MESSAGE_TAG') return;
	if (tag === undefined) throw badParam('The parameter tag is required with messaging_type MESSAGE_TAG', RULES.tagNeeded);
	if (['CONFIRMED_EVENT_UPDATE', 'ACCOUNT_UPDATE', 'POST_PURCHASE_UPDATE'].includes(tag)) throw new GraphError('100/1893061', RULES.deadTags);
	if (tag === 'NON_PROMOTIONAL_SUBSCRIPTION') throw new GraphError('10', RULES.newsTag);
	if (tag !== 'HUMAN_AGENT' && tag !== 'CUSTOMER_FEEDBACK') throw badParam(`Param tag must be one of the supported message tags, not ${tag}`, RULES.ancientTags);
}

/** Whether this message may go to this person now; answers the rule that let it through. */
export function checkWindow(app: App, person: Person, type: MessagingType, tag: string | undefined, templateType: string | undefined): Rule {
	if (type === 'UTILITY') return RULES.utilityTemplate;
	if (type !== 'MESSAGE_TAG') {
		if (!within(person, STANDARD_WINDOW)) throw outside(RULES.standardWindow);
		return RULES.standardWindow;
	}
	if (tag === 'CUSTOMER_FEEDBACK') {
		if (templateType !== 'customer_feedback') throw badParam('The tag CUSTOMER_FEEDBACK needs the customer feedback template', RULES.customerFeedback);
		if (!within(person, HUMAN_AGENT_WINDOW)) throw outside(RULES.customerFeedback);
		return RULES.customerFeedback;
	}
	if (!app.humanAgent) throw new GraphError('10', RULES.humanAgentFeature, '(#10) This application is not approved for the feature Human Agent');
	if (!within(person, HUMAN_AGENT_WINDOW)) throw outside(RULES.humanAgent);
	return RULES.humanAgent;
}
