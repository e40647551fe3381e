import { z } from '../../shared/schema';
import { actionShape, conditionShape, type Action, type Condition, type Trigger } from '../shapes';

/** What Zendesk replaces as a whole when any of it is sent: to leave one condition out is to remove it. */
export interface Rules {
	all: Condition[];
	any: Condition[];
	actions: Action[];
}

export const rulesOf = ({ conditions, actions }: Trigger): Rules => ({ all: conditions.all, any: conditions.any, actions });

/** Zendesk answers with null where a condition has no value; its own description of the API takes a text or nothing. */
const sentCondition = ({ value, ...condition }: Condition): Condition => (value === null ? condition : { ...condition, value });

/** The body parts of a trigger that carry its rules. */
export const sentRules = ({ all, any, actions }: Rules) => ({ conditions: { all: all.map(sentCondition), any: any.map(sentCondition) }, actions });

/** `is` may be left out where a condition has no other operator, and Zendesk stores nothing, null or an empty text for no value. */
const same = (value: unknown): string => (value === undefined || value === null ? '' : typeof value === 'string' ? value : JSON.stringify(value));
const operatorOf = ({ operator }: Condition): string => (operator === 'is' ? '' : same(operator));

export const conditionKey = (condition: Condition): string => [condition.field, operatorOf(condition), same(condition.value)].join('|');

const without = (list: Condition[], taken: Condition[]): Condition[] => {
	const keys = new Set(taken.map(conditionKey));
	return list.filter((condition) => !keys.has(conditionKey(condition)));
};

/** Conditions in any order are the same conditions. */
export const sameConditions = (a: Condition[], b: Condition[]): boolean => without(a, b).length === 0 && without(b, a).length === 0;

/** Ours as they shall be now, and what somebody added by hand to those that we wrote last time. */
export const keepAdded = (found: Condition[], wrote: Condition[], wanted: Condition[]): Condition[] => [...wanted, ...without(without(found, wrote), wanted)];

const NOTIFY = 'notification_webhook';

/** The body is a text for JSON and XML webhooks; a list of pairs for forms. */
const notification = z.tuple([z.coerce.string(), z.unknown()]).rest(z.unknown());

export const notifyAction = (webhookId: string, body: string): Action => ({ field: NOTIFY, value: [webhookId, body] });

export interface Notification {
	webhookId: string;
	body: string;
}

/** The webhooks that a trigger's actions call, with the bodies that it sends them. */
export function notificationsOf(actions: Action[]): Notification[] {
	return actions.flatMap((action) => {
		const parsed = action.field === NOTIFY ? notification.safeParse(action.value) : undefined;
		return parsed?.success ? [{ webhookId: parsed.data[0], body: same(parsed.data[1]) }] : [];
	});
}

const calls = (action: Action, webhookId: string): boolean => notificationsOf([action]).some((entry) => entry.webhookId === webhookId);

/** The actions that do something else than call this webhook. */
export const otherActions = (actions: Action[], webhookId: string): Action[] => actions.filter((action) => !calls(action, webhookId));

export const conditionList = z.array(conditionShape);
export const actionList = z.array(actionShape);
