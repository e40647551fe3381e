import type { Condition, Trigger } from '../shapes';
import { keepAdded, notifyAction, otherActions, sentRules } from '../rules/triggerParts';

export interface OwnTrigger {
	title: string;
	categoryId: string | undefined;
	all: Condition[];
	any: Condition[];
	body: string;
}

/** What we wrote last time: whatever else stands in the trigger now, somebody added by hand. */
export interface Written {
	all: Condition[];
	any: Condition[];
}

export const newTrigger = ({ title, categoryId, all, any, body }: OwnTrigger, webhookId: string) => ({
	title,
	category_id: categoryId,
	active: true,
	...sentRules({ all, any, actions: [notifyAction(webhookId, body)] }),
});

/** Ours brought up to date, with all conditions and actions resent: title, category, and what people added stay. */
export const mergedTrigger = (found: Trigger, wanted: OwnTrigger, webhookId: string, wrote: Written) => ({
	title: found.title,
	category_id: found.category_id ?? wanted.categoryId,
	active: true,
	...sentRules({
		all: keepAdded(found.conditions.all, wrote.all, wanted.all),
		any: keepAdded(found.conditions.any, wrote.any, wanted.any),
		actions: [...otherActions(found.actions, webhookId), notifyAction(webhookId, wanted.body)],
	}),
});
