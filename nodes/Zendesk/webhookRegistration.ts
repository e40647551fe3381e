import type { IDataObject, IHookFunctions } from 'n8n-workflow';
import { z } from '../shared/schema';
import { objectBody, path, type Answer, type Call } from '../shared/transport/call';
import { openDoor, type Door } from '../shared/transport/door';
import { FailureError } from '../shared/transport/failure';
import { zendesk } from './api';
import { nextByCursor } from './cursorPaging';
import { webhookShape, type Webhook } from './shapes';

/** What the trigger remembers of what it made at Zendesk. */
export interface Remembered extends IDataObject {
	webhookId?: string;
	endpoint?: string;
	/** Zendesk's signing secret, which verifies events. */
	secret?: string;
	/** Our own secret, which the webhook of a Zendesk trigger carries. */
	bearer?: string;
	triggerId?: string;
	categoryId?: string;
	madeCategory?: boolean;
}

const secretShape = z.object({ signing_secret: z.object({ secret: z.string().min(1) }) });

const sameSubscriptions = (a: string[], b: string[]): boolean => a.length === b.length && a.every((type) => b.includes(type));

/** All webhooks of the account, page by page: an account can have hundreds. */
async function* webhooks(door: Door): AsyncGenerator<Webhook> {
	let call: Call | undefined = { method: 'GET', path: '/api/v2/webhooks', query: { 'page[size]': 100 } };
	while (call !== undefined) {
		const answer = await door.send(call, 'safe');
		yield* webhookShape.array().parse(objectBody(answer).webhooks ?? []);
		call = nextByCursor(call, answer);
	}
}

export const signingSecretCall = (id: string): Call => ({ method: 'GET', path: path`/api/v2/webhooks/${id}/signing_secret` });

export const signingSecretIn = (answer: Answer): string => secretShape.parse(answer.body).signing_secret.secret;

const secretOf = async (door: Door, id: string): Promise<string> => signingSecretIn(await door.send(signingSecretCall(id), 'safe'));

/** Ours is the one that calls this very address; anything else is somebody else's and stays as it is. */
async function findOurs(door: Door, endpoint: string): Promise<Webhook | undefined> {
	for await (const webhook of webhooks(door)) if (webhook.endpoint === endpoint) return webhook;
	return undefined;
}

/** True where Zendesk already calls this address for these events; then the secret is fetched anew. */
export async function isRegistered(context: IHookFunctions, endpoint: string, subscriptions: string[], memory: Remembered): Promise<boolean> {
	const door = await openDoor(context, zendesk);
	const ours = await findOurs(door, endpoint);
	if (ours === undefined) return false;
	if (ours.status !== 'active' || !sameSubscriptions(ours.subscriptions, subscriptions)) {
		// Subscriptions of a webhook cannot be changed into each other reliably: make it anew.
		await door.send({ method: 'DELETE', path: path`/api/v2/webhooks/${ours.id}` }, 'safe');
		return false;
	}
	Object.assign(memory, { webhookId: ours.id, endpoint, secret: await secretOf(door, ours.id) });
	return true;
}

export async function register(context: IHookFunctions, endpoint: string, subscriptions: string[], memory: Remembered): Promise<void> {
	const door = await openDoor(context, zendesk);
	const webhook = {
		name: `n8n: ${context.getWorkflow().name ?? 'workflow'}`.slice(0, 100),
		endpoint,
		http_method: 'POST',
		request_format: 'json',
		status: 'active',
		subscriptions,
	};
	const answer = await door.send({ method: 'POST', path: '/api/v2/webhooks', body: { webhook } }, 'onlyIfNothingHappened');
	const { id } = webhookShape.pick({ id: true }).parse(objectBody(answer).webhook);
	Object.assign(memory, { webhookId: id, endpoint });
	memory.secret = await secretOf(door, id);
}

/** Removes the webhook that was made here and no other; one that is already gone is fine. */
export async function unregister(context: IHookFunctions, memory: Remembered): Promise<void> {
	if (memory.webhookId !== undefined) {
		const door = await openDoor(context, zendesk);
		const result = await door.attempt({ method: 'DELETE', path: path`/api/v2/webhooks/${memory.webhookId}` }, 'safe');
		if (!result.ok && result.failure.class !== 'notFound') {
			const byHand = 'The webhook still stands in Zendesk; you can remove it in Admin Center > Webhooks.';
			throw new FailureError({ ...result.failure, fix: `${byHand} ${result.failure.fix}` });
		}
	}
	for (const key of ['webhookId', 'endpoint', 'secret']) delete memory[key];
}
