import type { IWebhookFunctions } from 'n8n-workflow';
import { openDoor } from '../shared/transport/door';
import { zendesk } from './api';
import { signingSecretCall, signingSecretIn, type Remembered } from './webhookRegistration';

/** Anybody can send us a wrong signature; that may cost one call to Zendesk in this time, and no more, a trigger and a process. */
const EVERY_MS = 60_000;

/** Zendesk waits 12 s for our answer. */
const PATIENCE_MS = 5_000;

const lastLooks = new Map<string, { at: number; secret: Promise<string | undefined> }>();

async function look(context: IWebhookFunctions, webhookId: string): Promise<string | undefined> {
	const door = await openDoor(context, zendesk, { longestWaitMs: 0, timeoutMs: PATIENCE_MS });
	const result = await door.attempt(signingSecretCall(webhookId), 'safe');
	if (result.ok) return signingSecretIn(result.answer);
	context.logger.warn(`${context.getNode().name}: the signing secret could not be read anew: ${result.failure.message}`);
	return undefined;
}

/**
 * The signing secret as Zendesk holds it now, for a delivery that the remembered one does not fit: somebody may have reset it. Deliveries that come while
 * one look is under way, and for a minute after, share its result.
 */
export async function renewedSecret(context: IWebhookFunctions, { webhookId }: Remembered, now = Date.now()): Promise<string | undefined> {
	if (webhookId === undefined) return undefined;
	const key = `${context.getWorkflow().id ?? ''} ${context.getNode().id} ${webhookId}`;
	const last = lastLooks.get(key);
	if (last !== undefined && now - last.at < EVERY_MS) return await last.secret;
	const secret = look(context, webhookId).catch(() => undefined);
	lastLooks.set(key, { at: now, secret });
	return await secret;
}
