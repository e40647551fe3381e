import { z } from 'zod';
import { recordInvalid, type ZendeskError } from '../errors';
import { RULES } from '../rules';
import type { ZendeskState } from '../state';
import { isActionField } from './actions';
import { categoryNotFound } from './categoryRoutes';
import { conditionKind } from './conditions';
import { CONDITIONAL, webhookAction } from './notifyWebhook';
import type { Action, Condition, Conditions } from './types';

/** Characters of a notification_webhook's body. */
const MAX_BODY = 16_000;

const condition = z.object({
	field: z.string(),
	operator: z.string().nullish().transform((operator) => operator ?? null),
	value: z.union([z.string(), z.number(), z.boolean()]).nullish().transform((value) => value ?? null),
});

const conditions = z.object({ all: z.array(condition).nullish(), any: z.array(condition).nullish() });

export const triggerInput = z.object({
	title: z.string().optional(),
	active: z.boolean().optional(),
	position: z.number().int().optional(),
	category_id: z.union([z.string(), z.number().transform(String)]).nullish(),
	description: z.string().nullish(),
	conditions: conditions.optional(),
	/** The older spelling beside `conditions`. */
	all: z.array(condition).optional(),
	any: z.array(condition).optional(),
	actions: z.array(z.object({ field: z.string(), value: z.unknown() })).optional(),
});

export type TriggerInput = z.output<typeof triggerInput>;

const invalid = (description: string, rule: ZendeskError['rule']): ZendeskError => recordInvalid({ base: [{ description }] }, rule);

function checkCondition({ field, operator }: Condition): void {
	const kind = conditionKind(field);
	if (kind === undefined) throw invalid(`Condition: ${field} is not a valid field`, RULES.triggerField);
	if (operator !== null && !kind.operators.includes(operator)) {
		throw invalid(`Condition: ${operator} is not a valid operator of ${field}`, RULES.triggerField);
	}
}

function checkAction(state: ZendeskState, { field, value }: Action): void {
	if (!isActionField(field)) throw invalid(`Action: ${field} is not a valid field`, RULES.triggerField);
	if (field !== 'notification_webhook') return;
	const wanted = webhookAction(value);
	const webhook = wanted && state.webhooks.get(wanted.id);
	if (wanted === undefined || webhook === undefined) throw invalid('Action: the webhook does not exist', RULES.triggerWebhook);
	if (!webhook.subscriptions.includes(CONDITIONAL)) throw invalid('Action: the webhook is not for triggers or automations', RULES.triggerWebhook);
	if (typeof wanted.body === 'string' && wanted.body.length > MAX_BODY) {
		throw invalid(`Action: the body is too long (maximum is ${MAX_BODY} characters)`, RULES.triggerBodyLong);
	}
}

export interface CheckedTrigger {
	conditions: Conditions;
	actions: Action[];
}

/** Both arrays as they will stand. What was not sent is empty: an update replaces everything. */
export function rulesOf(state: ZendeskState, input: TriggerInput): CheckedTrigger {
	const all = input.conditions?.all ?? input.all ?? [];
	const any = input.conditions?.any ?? input.any ?? [];
	const actions = (input.actions ?? []).map(({ field, value }) => ({ field, value }));
	if (actions.length === 0) throw invalid('Trigger must contain at least one action', RULES.triggerNoAction);
	if (all.length + any.length === 0) throw invalid('Trigger must contain at least one condition', RULES.triggerNoCondition);
	for (const each of [...all, ...any]) checkCondition(each);
	for (const each of actions) checkAction(state, each);
	return { conditions: { all, any }, actions };
}

/** 400 for a category that is not there, or missing where the account wants one. */
export function checkCategory(state: ZendeskState, id: string | null | undefined): void {
	if (id === null || id === undefined) {
		if (!state.settings.triggerCategoryRequired) return;
		throw invalid('Category: cannot be blank', RULES.triggerCategoryRequired);
	}
	if (!state.triggerCategories.some((category) => category.id === id)) {
		throw categoryNotFound(400);
	}
}
