import { randomBytes } from 'crypto';
import type { IHookFunctions } from 'n8n-workflow';
import { openDoor, type Door } from '../../shared/transport/door';
import { FailureError } from '../../shared/transport/failure';
import { zendesk } from '../api';
import { conditionList, notificationsOf, otherActions, sameConditions, sentRules } from '../rules/triggerParts';
import type { Trigger, Webhook } from '../shapes';
import { bearer } from '../webhookSecret';
import type { Remembered } from '../webhookRegistration';
import { mergedTrigger, newTrigger, type OwnTrigger, type Written } from './mergedTrigger';
import { allCategories, allTriggers, allWebhooks, categoryIn, findTrigger, remove, ruleCalls, triggerIn, webhookIdIn } from './ruleCalls';

const FOR_TRIGGERS = 'conditional_ticket_events';

/** All triggers that these nodes make stand in this category. */
const CATEGORY = 'n8n';

const isForTriggers = ({ subscriptions }: Webhook): boolean => subscriptions.length === 1 && subscriptions[0] === FOR_TRIGGERS;

const writtenIn = (memory: Remembered): Written => ({ all: conditionList.catch([]).parse(memory.wroteAll), any: conditionList.catch([]).parse(memory.wroteAny) });

function isUpToDate(found: Trigger, { all, any, body }: OwnTrigger, webhookId: string, wrote: Written): boolean {
	const sends = notificationsOf(found.actions).some((sent) => sent.webhookId === webhookId && sent.body === body);
	return found.active && sends && sameConditions(wrote.all, all) && sameConditions(wrote.any, any);
}

const findWebhook = async (door: Door, endpoint: string): Promise<Webhook | undefined> => (await allWebhooks(door)).find((webhook) => webhook.endpoint === endpoint);

/** True where webhook and trigger stand as this node wants them and its secret is known; else `register` brings them there. */
export async function isRegistered(context: IHookFunctions, endpoint: string, wanted: OwnTrigger, memory: Remembered): Promise<boolean> {
	const door = await openDoor(context, zendesk);
	const webhook = await findWebhook(door, endpoint);
	if (webhook === undefined || webhook.id !== memory.webhookId || !memory.bearer || memory.triggerId === undefined) return false;
	if (webhook.status !== 'active' || !isForTriggers(webhook)) return false;
	const trigger = await findTrigger(door, memory.triggerId);
	return trigger !== undefined && isUpToDate(trigger, wanted, webhook.id, writtenIn(memory));
}

/** The webhook of this very address, with a secret that only this node knows; Zendesk never shows one again, so it is always a new one. */
async function ensureWebhook(door: Door, name: string, endpoint: string, secret: string): Promise<string> {
	const found = await findWebhook(door, endpoint);
	if (found !== undefined && isForTriggers(found)) {
		await door.send(ruleCalls.changeWebhook(found.id, { status: 'active', authentication: bearer(secret) }), 'safe');
		return found.id;
	}
	// The two kinds cannot be changed into each other.
	if (found !== undefined) await remove(door, ruleCalls.deleteWebhook(found.id));
	const webhook = { name, endpoint, http_method: 'POST', request_format: 'json', status: 'active', subscriptions: [FOR_TRIGGERS], authentication: bearer(secret) };
	return webhookIdIn(await door.send(ruleCalls.createWebhook(webhook), 'onlyIfNothingHappened'));
}

async function ensureCategory(door: Door): Promise<{ id: string; made: boolean } | undefined> {
	const categories = await allCategories(door);
	if (categories === undefined) return undefined;
	const found = categories.find(({ name }) => name === CATEGORY);
	if (found) return { id: found.id, made: false };
	return { id: categoryIn(await door.send(ruleCalls.createCategory(CATEGORY), 'onlyIfNothingHappened')).id, made: true };
}

async function ensureTrigger(door: Door, wanted: OwnTrigger, webhookId: string, memory: Remembered): Promise<string> {
	const remembered = memory.triggerId === undefined ? undefined : await findTrigger(door, memory.triggerId);
	const found = remembered ?? (await allTriggers(door)).find(({ actions }) => notificationsOf(actions).some((sent) => sent.webhookId === webhookId));
	if (found === undefined) return triggerIn(await door.send(ruleCalls.createTrigger(newTrigger(wanted, webhookId)), 'onlyIfNothingHappened')).id;
	await door.send(ruleCalls.updateTrigger(found.id, mergedTrigger(found, wanted, webhookId, writtenIn(memory))), 'safe');
	return found.id;
}

export async function register(context: IHookFunctions, endpoint: string, wanted: OwnTrigger, memory: Remembered): Promise<void> {
	const door = await openDoor(context, zendesk);
	const secret = randomBytes(32).toString('base64url');
	const webhookId = await ensureWebhook(door, wanted.title.slice(0, 100), endpoint, secret);
	Object.assign(memory, { webhookId, endpoint, bearer: secret });
	const category = await ensureCategory(door);
	if (category) Object.assign(memory, { categoryId: category.id, madeCategory: category.made || (memory.madeCategory === true && memory.categoryId === category.id) });
	memory.triggerId = await ensureTrigger(door, { ...wanted, categoryId: category?.id }, webhookId, memory);
	Object.assign(memory, { wroteAll: wanted.all, wroteAny: wanted.any });
}

/** Takes our action out of the trigger; with nothing else left to do the trigger goes as a whole. */
async function removeTrigger(door: Door, id: string, webhookId: string): Promise<void> {
	const found = await findTrigger(door, id);
	if (found === undefined) return;
	const others = otherActions(found.actions, webhookId);
	if (others.length === 0) return await remove(door, ruleCalls.deleteTrigger(id));
	await door.send(ruleCalls.updateTrigger(id, { title: found.title, ...sentRules({ ...found.conditions, actions: others }) }), 'safe');
}

/** A category that we made and nobody else uses. */
async function removeCategory(door: Door, id: string): Promise<void> {
	const used = (await allTriggers(door)).some((trigger) => trigger.category_id === id);
	if (!used) await remove(door, ruleCalls.deleteCategory(id));
}

/** Removes the trigger first: Zendesk keeps a webhook that a trigger calls. Only what was made here goes. */
export async function unregister(context: IHookFunctions, memory: Remembered): Promise<void> {
	const { triggerId, webhookId, categoryId, madeCategory } = memory;
	if (webhookId === undefined) return;
	const door = await openDoor(context, zendesk);
	try {
		if (triggerId !== undefined) await removeTrigger(door, triggerId, webhookId);
		await remove(door, ruleCalls.deleteWebhook(webhookId));
		if (categoryId !== undefined && madeCategory === true) await removeCategory(door, categoryId);
	} catch (error) {
		if (!(error instanceof FailureError)) return await Promise.reject(error);
		const byHand = 'It still stands in Zendesk; you can remove it in Admin Center > Objects and rules > Triggers, and Apps and integrations > Webhooks.';
		return await Promise.reject(new FailureError({ ...error.failure, fix: `${byHand} ${error.failure.fix}` }));
	}
	for (const key of ['webhookId', 'endpoint', 'bearer', 'triggerId', 'categoryId', 'madeCategory', 'wroteAll', 'wroteAny']) delete memory[key];
}
