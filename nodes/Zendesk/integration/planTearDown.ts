import { notificationsOf } from '../rules/triggerParts';
import type { Trigger } from '../shapes';
import type { Found } from './found';
import { MADE_BY_US } from './wanted';

export interface TearDownWish {
	/** Addresses that the webhooks of the set-up call. */
	endpoints: string[];
	category: string;
	/** The values of all users go with it. */
	removeUserField: boolean;
}

export interface Removal {
	kind: 'trigger' | 'webhook' | 'category' | 'userField';
	id: string;
	name: string;
}

export interface TearDownPlan {
	/** In this order: Zendesk keeps a webhook that a trigger calls. */
	remove: Removal[];
	left: Array<Removal & { why: string }>;
}

const BY_HAND = 'it was not made by Integration: Set Up';

const calls = ({ actions }: Trigger, webhookId: string): boolean => notificationsOf(actions).some((sent) => sent.webhookId === webhookId);

/** Only what carries our mark goes, and only where nobody else uses it. Pure. */
export function planTearDown({ endpoints, category, removeUserField }: TearDownWish, { webhooks, triggers, categories, userField }: Found): TearDownPlan {
	const plan: TearDownPlan = { remove: [], left: [] };
	const put = (removal: Removal, why: string | undefined): void => {
		if (why === undefined) plan.remove.push(removal);
		else plan.left.push({ ...removal, why });
	};
	const ofSetUp = webhooks.filter(({ endpoint }) => endpoints.includes(endpoint));
	const callers = triggers.filter((trigger) => ofSetUp.some(({ id }) => calls(trigger, id)));
	for (const { id, title, description } of callers) put({ kind: 'trigger', id, name: title }, description === MADE_BY_US ? undefined : BY_HAND);
	const goes = new Set(plan.remove.map(({ id }) => id));
	for (const { id, name, description } of ofSetUp) {
		const isUsed = callers.some((trigger) => !goes.has(trigger.id) && calls(trigger, id));
		put({ kind: 'webhook', id, name }, description !== MADE_BY_US ? BY_HAND : isUsed ? 'another trigger calls it' : undefined);
	}
	const own = categories?.find(({ name }) => name === category);
	if (own) {
		const isUsed = triggers.some((trigger) => trigger.category_id === own.id && !goes.has(trigger.id));
		put({ kind: 'category', id: own.id, name: own.name }, isUsed ? 'other triggers stand in it' : undefined);
	}
	if (userField) put({ kind: 'userField', id: String(userField.id), name: userField.key }, removeUserField ? undefined : 'the values of all users would go with it; switch on "Remove User Field" if they may');
	return plan;
}
