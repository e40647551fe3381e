import { notificationsOf, sameConditions } from '../rules/triggerParts';
import type { Condition, Trigger, Webhook } from '../shapes';
import type { Found } from './found';
import { liveElsewhere, partOf, type Live } from './live';
import { MADE_BY_US, type Part, type Wanted, type WantedTrigger, type WantedWebhook } from './wanted';

export interface Difference {
	field: string;
	wanted: unknown;
	found: unknown;
}

type Kind = 'userField' | 'category' | 'webhook' | 'trigger';

interface Base {
	name: string;
	/** `differs`: stands there in another shape; touched only with leave. */
	action: 'keep' | 'create' | 'differs';
	id: string | null;
	differences: Difference[];
}

export type Step = Base &
	({ kind: 'userField' } | { kind: 'category' } | { kind: 'webhook'; webhook: WantedWebhook } | { kind: 'trigger'; trigger: WantedTrigger; active: boolean; found: Trigger | undefined; webhookId: string | undefined });

export type StepOf<K extends Kind> = Extract<Step, { kind: K }>;

export interface Plan {
	steps: Step[];
	/** Other triggers that do the same work now. */
	live: Live[];
}

const differences = (pairs: Array<[field: string, wanted: unknown, found: unknown]>): Difference[] =>
	pairs.flatMap(([field, wanted, found]) => (JSON.stringify(wanted) === JSON.stringify(found) ? [] : [{ field, wanted, found }]));

const base = (name: string, id: string | undefined, found: Difference[]): Base => ({
	name,
	id: id ?? null,
	action: id === undefined ? 'create' : found.length === 0 ? 'keep' : 'differs',
	differences: id === undefined ? [] : found,
});

const FOR_TRIGGERS = ['conditional_ticket_events'];

export const webhookSettings = { http_method: 'POST', request_format: 'json', status: 'active', subscriptions: FOR_TRIGGERS };

const isOurs = ({ description }: { description?: string | null }): boolean => description === MADE_BY_US;

const oursFirst = <T extends { description?: string | null }>(list: T[]): T | undefined => list.find(isOurs) ?? list[0];

/** By its address; one for events at the same address is another thing. */
const matchingWebhooks = ({ endpoint }: WantedWebhook, webhooks: Webhook[]): Webhook[] =>
	webhooks.filter((webhook) => webhook.endpoint === endpoint && JSON.stringify(webhook.subscriptions) === JSON.stringify(FOR_TRIGGERS));

function webhookStep(webhook: WantedWebhook, { webhooks }: Found): StepOf<'webhook'> {
	const found = oursFirst(matchingWebhooks(webhook, webhooks));
	const differ = differences([
		['http_method', webhookSettings.http_method, found?.http_method ?? webhookSettings.http_method],
		['request_format', webhookSettings.request_format, found?.request_format ?? webhookSettings.request_format],
		['status', webhookSettings.status, found?.status],
		// The token itself is never shown; only that there is one can be compared, where Zendesk says that much.
		['authentication', 'bearer_token', found?.authentication === undefined ? 'bearer_token' : (found.authentication?.type ?? null)],
	]);
	return { kind: 'webhook', ...base(webhook.name, found?.id, differ), webhook };
}

/** By its title, else by what it waits for and whom it calls: hand-made ones have names of their own. */
function matchTrigger({ title, part }: WantedTrigger, webhookIds: string[], { triggers }: Found): Trigger | undefined {
	const calls = (trigger: Trigger): boolean => notificationsOf(trigger.actions).some((sent) => webhookIds.includes(sent.webhookId));
	return oursFirst(triggers.filter((trigger) => trigger.title === title)) ?? oursFirst(triggers.filter((trigger) => partOf(trigger) === part && calls(trigger)));
}

const shown = (conditions: Condition[]): string[] => conditions.map(({ field, operator, value }) => [field, operator ?? 'is', value ?? ''].join(' ').trim());

interface Around {
	webhookId: string | undefined;
	/** All that call the same address: the guide has a person make one for each trigger, and either will do. */
	webhookIds: string[];
	categoryId: string | undefined;
	hasCategories: boolean;
	active: boolean;
}

function triggerDifferences({ all, any, body }: WantedTrigger, found: Trigger, { webhookId, webhookIds, categoryId, hasCategories, active }: Around): Difference[] {
	const sent = notificationsOf(found.actions);
	const ours = sent.find((entry) => webhookIds.includes(entry.webhookId)) ?? sent[0];
	const callsIt = ours !== undefined && webhookIds.includes(ours.webhookId);
	return [
		...differences([
			['active', active, found.active],
			['category_id', hasCategories ? (categoryId ?? null) : null, hasCategories ? (found.category_id ?? null) : null],
			['webhook', webhookId ?? null, callsIt ? (webhookId ?? null) : (ours?.webhookId ?? null)],
			['body', body, ours?.body ?? null],
		]),
		...(sameConditions(all, found.conditions.all) ? [] : [{ field: 'conditions.all', wanted: shown(all), found: shown(found.conditions.all) }]),
		...(sameConditions(any, found.conditions.any) ? [] : [{ field: 'conditions.any', wanted: shown(any), found: shown(found.conditions.any) }]),
	];
}

/** The webhook at the wanted address that a trigger calls already. */
const calledOf = (found: Trigger | undefined, webhookIds: string[]): string | undefined => notificationsOf(found?.actions ?? []).find((sent) => webhookIds.includes(sent.webhookId))?.webhookId;

/** What stands and what is wanted, compared field by field. Pure; the account is not touched. A trigger whose work is done elsewhere now shall stand switched off. */
export function planSetUp(wanted: Wanted, found: Found): Plan {
	const { userField, categories } = found;
	const category = categories?.find(({ name }) => name === wanted.category);
	const webhooks = wanted.webhooks.map((webhook) => webhookStep(webhook, found));
	const webhookIdOf = (part: Part): string | undefined => webhooks.find(({ webhook }) => webhook.parts.includes(part))?.id ?? undefined;
	const webhookIdsOf = (part: Part): string[] => wanted.webhooks.filter(({ parts }) => parts.includes(part)).flatMap((webhook) => matchingWebhooks(webhook, found.webhooks).map(({ id }) => id));
	const matched = wanted.triggers.map((trigger) => ({ trigger, found: matchTrigger(trigger, webhookIdsOf(trigger.part), found) }));
	const live = liveElsewhere(wanted, found, matched.flatMap((entry) => (entry.found ? [entry.found.id] : [])));
	const triggers = matched.map((entry): StepOf<'trigger'> => {
		const active = !live.some(({ part }) => part === entry.trigger.part);
		const around = { webhookId: webhookIdOf(entry.trigger.part), webhookIds: webhookIdsOf(entry.trigger.part), categoryId: category?.id, hasCategories: categories !== undefined, active };
		const differ = entry.found ? triggerDifferences(entry.trigger, entry.found, around) : [];
		return { kind: 'trigger', ...base(entry.trigger.title, entry.found?.id, differ), trigger: entry.trigger, active, found: entry.found, webhookId: calledOf(entry.found, around.webhookIds) };
	});
	const field = userField && differences([['type', 'text', userField.type], ['active', true, userField.active ?? true]]);
	return {
		steps: [
			{ kind: 'userField', ...base(wanted.userField.key, userField && String(userField.id), field ?? []) },
			...(categories === undefined ? [] : [{ kind: 'category' as const, ...base(wanted.category, category?.id, []) }]),
			...webhooks,
			...triggers,
		],
		live,
	};
}
