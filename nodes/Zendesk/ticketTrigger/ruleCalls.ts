import { z } from '../../shared/schema';
import { objectBody, path, type Answer, type Call } from '../../shared/transport/call';
import type { Door } from '../../shared/transport/door';
import { FailureError } from '../../shared/transport/failure';
import { NO_CATEGORIES } from '../api';
import { pages } from '../cursorPaging';
import { categoryShape, triggerShape, webhookShape, type Trigger, type TriggerCategory, type Webhook } from '../shapes';
import { unless } from '../ticketCalls';

/** Requests about triggers, categories and webhooks that several stories make. */
export const ruleCalls = {
	getTrigger: (id: string): Call => ({ method: 'GET', path: path`/api/v2/triggers/${id}` }),
	createTrigger: (trigger: object): Call => ({ method: 'POST', path: '/api/v2/triggers', body: { trigger } }),
	updateTrigger: (id: string, trigger: object): Call => ({ method: 'PUT', path: path`/api/v2/triggers/${id}`, body: { trigger } }),
	deleteTrigger: (id: string): Call => ({ method: 'DELETE', path: path`/api/v2/triggers/${id}` }),
	createCategory: (name: string): Call => ({ method: 'POST', path: '/api/v2/trigger_categories', body: { trigger_category: { name } } }),
	deleteCategory: (id: string): Call => ({ method: 'DELETE', path: path`/api/v2/trigger_categories/${id}` }),
	createWebhook: (webhook: object): Call => ({ method: 'POST', path: '/api/v2/webhooks', body: { webhook } }),
	changeWebhook: (id: string, webhook: object): Call => ({ method: 'PATCH', path: path`/api/v2/webhooks/${id}`, body: { webhook } }),
	deleteWebhook: (id: string): Call => ({ method: 'DELETE', path: path`/api/v2/webhooks/${id}` }),
};

export const triggerIn = (answer: Answer): Trigger => triggerShape.parse(objectBody(answer).trigger);
export const categoryIn = (answer: Answer): TriggerCategory => categoryShape.parse(objectBody(answer).trigger_category);
export const webhookIdIn = (answer: Answer): string => webhookShape.pick({ id: true }).parse(objectBody(answer).webhook).id;

async function all<T>(door: Door, at: string, key: string, shape: z.ZodType<T, z.ZodTypeDef, unknown>): Promise<T[]> {
	const found: T[] = [];
	for await (const answer of pages(door, at)) found.push(...z.array(shape).parse(objectBody(answer)[key] ?? []));
	return found;
}

/** All of them, page by page: an account can have hundreds. */
export const allWebhooks = async (door: Door): Promise<Webhook[]> => await all(door, '/api/v2/webhooks', 'webhooks', webhookShape);
export const allTriggers = async (door: Door): Promise<Trigger[]> => await all(door, '/api/v2/triggers', 'triggers', triggerShape);

/** Undefined where the account has no trigger categories. */
export async function allCategories(door: Door): Promise<TriggerCategory[] | undefined> {
	try {
		return await all(door, '/api/v2/trigger_categories', 'trigger_categories', categoryShape);
	} catch (error) {
		const has = !(error instanceof FailureError) || (error.failure.code !== NO_CATEGORIES && error.failure.class !== 'notFound');
		return has ? await Promise.reject(error) : undefined;
	}
}

export async function findTrigger(door: Door, id: string): Promise<Trigger | undefined> {
	const answer = await unless(door.attempt(ruleCalls.getTrigger(id), 'safe'), 'notFound');
	return answer && triggerIn(answer);
}

/** Gone already is as good as removed. */
export async function remove(door: Door, call: Call): Promise<void> {
	await unless(door.attempt(call, 'safe'), 'notFound');
}
