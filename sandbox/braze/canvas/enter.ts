import { noteNotSent } from '../campaigns/eligibility';
import type { JsonObject } from '../json';
import type { MessageSource } from '../messages/liquidContext';
import { MESSAGING_RULES } from '../messages/messagingRules';
import { matchesAudience } from '../campaigns/audience';
import { sendEmail } from '../messages/email';
import type { Outgoing } from '../messages/sendOut';
import { sendSms } from '../messages/sms';
import { sendWebhookMessage } from '../messages/webhook';
import type { Profile } from '../users/profile';
import type { BrazeState } from '../state';
import type { Canvas, CanvasStep, CanvasVariant } from './canvas';

/** The random bucket decides, so one person always gets the same variant. */
function variantFor(canvas: Canvas, { randomBucket }: Profile): CanvasVariant {
	let upTo = 0;
	for (const variant of canvas.variants) {
		upTo += variant.share;
		if (randomBucket % 100 < upTo) return variant;
	}
	return canvas.variants[canvas.variants.length - 1];
}

async function take(state: BrazeState, step: CanvasStep, outgoing: Outgoing): Promise<void> {
	if (step.channel === 'email') await sendEmail(state, step.email, 'subscribed', outgoing);
	else if (step.channel === 'sms') await sendSms(state, step.sms, outgoing);
	else await sendWebhookMessage(state, step.webhook, outgoing);
}

export const stepSource = (canvas: Canvas, variant: CanvasVariant, step: CanvasStep): MessageSource => ({
	kind: 'canvas',
	id: canvas.id,
	name: canvas.name,
	variantId: variant.id,
	variantName: variant.name,
	stepId: step.id,
});

/** One person enters: one variant, its steps one after the other. A paused or archived Canvas lets nobody in. */
export async function enterCanvas(
	state: BrazeState,
	canvas: Canvas,
	profile: Profile,
	{ dispatchId, at, context }: { dispatchId: string; at: number; context?: JsonObject },
): Promise<void> {
	if (canvas.status !== 'active') return noteNotSent(state, canvas, profile, MESSAGING_RULES.canvasStopped);
	if (canvas.audience !== null && !matchesAudience(profile.data, canvas.audience)) return noteNotSent(state, canvas, profile, MESSAGING_RULES.canvasAudience);
	const variant = variantFor(canvas, profile);
	canvas.entries.push({ brazeId: profile.brazeId, variantId: variant.id, at });
	canvas.firstSentAt ??= at;
	canvas.lastSentAt = at;
	for (const step of variant.steps) await take(state, step, { profile, source: stepSource(canvas, variant, step), dispatchId, at, context });
}
