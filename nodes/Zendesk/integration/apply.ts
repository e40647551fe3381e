import { objectBody } from '../../shared/transport/call';
import type { Door } from '../../shared/transport/door';
import { notificationsOf, notifyAction, otherActions, sentRules } from '../rules/triggerParts';
import { userFieldShape, type Action, type UserField } from '../shapes';
import { categoryIn, ruleCalls, triggerIn, webhookIdIn } from '../ticketTrigger/ruleCalls';
import type { BearerAuthentication } from '../webhookSecret';
import { webhookSettings, type Plan, type Step, type StepOf } from './plan';
import { MADE_BY_US, type Part, type Wanted } from './wanted';

export interface Leave {
	/** Whether what differs may be changed. */
	repair: boolean;
	/** Whether the webhooks get their token again, which cannot be compared. */
	resendSecret: boolean;
	authentication: BearerAuthentication;
}

export type Done = Step & { done: 'kept' | 'created' | 'repaired' | 'left' };

interface Ids {
	category?: string;
	webhooks: Partial<Record<Part, string>>;
}

export async function createUserField(door: Door, { userField }: Wanted): Promise<UserField> {
	const body = { user_field: { type: 'text', title: userField.title, key: userField.key, description: MADE_BY_US } };
	return userFieldShape.parse(objectBody(await door.send({ method: 'POST', path: '/api/v2/user_fields', body }, 'onlyIfNothingHappened')).user_field);
}

async function applyWebhook(door: Door, step: StepOf<'webhook'>, { repair, resendSecret, authentication }: Leave): Promise<Done> {
	const { http_method: httpMethod, request_format: requestFormat, status, subscriptions } = webhookSettings;
	if (step.id === null) {
		const webhook = { name: step.webhook.name, endpoint: step.webhook.endpoint, description: MADE_BY_US, ...webhookSettings, subscriptions, authentication };
		return { ...step, id: webhookIdIn(await door.send(ruleCalls.createWebhook(webhook), 'onlyIfNothingHappened')), done: 'created' };
	}
	if (step.action === 'differs' && repair) {
		await door.send(ruleCalls.changeWebhook(step.id, { http_method: httpMethod, request_format: requestFormat, status, authentication }), 'safe');
		return { ...step, done: 'repaired' };
	}
	if (!resendSecret) return { ...step, done: step.action === 'keep' ? 'kept' : 'left' };
	await door.send(ruleCalls.changeWebhook(step.id, { authentication }), 'safe');
	return { ...step, done: 'repaired' };
}

/** All that people added beside our call. A single call of another webhook is the one that ours takes the place of; of several nobody can tell. */
function actionsToKeep(actions: Action[], webhookId: string): Action[] {
	const others = otherActions(actions, webhookId);
	const isReplaced = others.length === actions.length && notificationsOf(others).length === 1;
	return isReplaced ? others.filter((action) => notificationsOf([action]).length === 0) : others;
}

/** The whole trigger, since Zendesk clears what is not sent; actions that people added beside the call stay. */
async function applyTrigger(door: Door, step: StepOf<'trigger'>, ids: Ids, { repair }: Leave): Promise<Done> {
	const { trigger, active, found } = step;
	// Where the guide's two webhooks call the same address, each trigger keeps its own.
	const webhookId = step.webhookId ?? ids.webhooks[trigger.part] ?? '';
	if (found !== undefined && step.action === 'keep') return { ...step, done: 'kept' };
	if (found !== undefined && !repair) return { ...step, done: 'left' };
	const others = found === undefined ? [] : actionsToKeep(found.actions, webhookId);
	const rules = sentRules({ all: trigger.all, any: trigger.any, actions: [...others, notifyAction(webhookId, trigger.body)] });
	// A hand-made one that is repaired stays people's own: tear-down leaves it.
	const description = found === undefined ? MADE_BY_US : (found.description ?? undefined);
	const whole = { title: found?.title ?? trigger.title, description, active, category_id: ids.category, ...rules };
	if (found !== undefined) {
		await door.send(ruleCalls.updateTrigger(found.id, whole), 'safe');
		return { ...step, done: 'repaired' };
	}
	return { ...step, id: triggerIn(await door.send(ruleCalls.createTrigger(whole), 'onlyIfNothingHappened')).id, done: 'created' };
}

async function applyCategory(door: Door, step: StepOf<'category'>): Promise<Done> {
	if (step.id !== null) return { ...step, done: 'kept' };
	return { ...step, id: categoryIn(await door.send(ruleCalls.createCategory(step.name), 'onlyIfNothingHappened')).id, done: 'created' };
}

/** Carries a plan out in its order: a trigger names its category and its webhook. The user field was made before the plan, since it decides the conditions. */
export async function apply(door: Door, { steps }: Plan, leave: Leave, madeField: UserField | undefined): Promise<Done[]> {
	const ids: Ids = { webhooks: {} };
	const done: Done[] = [];
	for (const step of steps) {
		if (step.kind === 'userField') {
			// Its type and its activity are other people's data: told, never changed.
			done.push(madeField ? { ...step, id: String(madeField.id), done: 'created' } : { ...step, done: step.action === 'keep' ? 'kept' : 'left' });
		} else if (step.kind === 'category') {
			const category = await applyCategory(door, step);
			ids.category = category.id ?? undefined;
			done.push(category);
		} else if (step.kind === 'webhook') {
			const webhook = await applyWebhook(door, step, leave);
			for (const part of step.webhook.parts) ids.webhooks[part] = webhook.id ?? undefined;
			done.push(webhook);
		} else {
			done.push(await applyTrigger(door, step, ids, leave));
		}
	}
	return done;
}
