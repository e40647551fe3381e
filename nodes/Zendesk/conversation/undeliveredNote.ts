import { z } from '../../shared/schema';
import type { FailureClass } from '../../shared/transport/failure';

/** The part of a failure that the note is made of; from whichever node's error output. */
export const failureShape = z.object({ class: z.string(), message: z.string().default(''), fix: z.string().default('') }).passthrough();

type Told = z.infer<typeof failureShape>;

const SENTENCES: Partial<Record<FailureClass, string>> = {
	optedOut: 'was not sent: the customer has opted out by texting STOP. Reach them another way, or answer again after they have texted START.',
	unknownOutcome: 'may or may not have reached the customer: the answer to our call was lost. Ask the customer before you repeat it.',
	recipientGone: 'was not sent: the customer is no longer known to the messaging platform. Reach them another way.',
	windowClosed: 'was not sent: the time in which this channel allows an answer is over. Reach them another way.',
	rateLimited: 'was not sent yet: the messaging platform asks us to slow down. It is tried again by the reconcile workflow; if it is urgent, call.',
	unavailable: 'was not sent yet: the messaging platform could not be reached. It is tried again by the reconcile workflow; if it is urgent, call.',
};

/** One plain sentence for an agent: what happened to their words, and what to do. */
export function undeliveredNote(commentId: string, failure: Told): string {
	const sentence = (SENTENCES as Record<string, string | undefined>)[failure.class] ?? `was not sent: ${failure.message}. ${failure.fix}`;
	return `The reply above (comment ${commentId}) ${sentence}`;
}
