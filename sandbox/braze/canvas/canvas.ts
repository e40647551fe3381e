import type { EmailContent } from '../messages/emailObject';
import type { WebhookObject } from '../messages/webhookObject';
import type { Running } from '../campaigns/campaign';

/** A Message step with one message. */
export type CanvasStep = { id: string; name: string; messageId: string } & (
	| { channel: 'email'; email: EmailContent }
	| { channel: 'sms'; sms: { body: string } }
	| { channel: 'webhook'; webhook: WebhookObject }
);

export interface CanvasVariant {
	id: string;
	name: string;
	/** Whole per cent of the people who enter. */
	share: number;
	/** Sent one after the other on entry; waits between steps are not modelled. None: a control group. */
	steps: CanvasStep[];
}

export interface CanvasEntry {
	brazeId: string;
	variantId: string;
	/** ms since 1970 */
	at: number;
}

export interface Canvas extends Running {
	id: string;
	name: string;
	description: string;
	entry: { type: 'api_triggered' } | { type: 'scheduled'; everyDays: number; nextAt: number };
	/** Whom it is for, as a connected audience; null for everyone. */
	audience: Record<string, unknown> | null;
	variants: CanvasVariant[];
	entries: CanvasEntry[];
}

export const stepsOf = (canvas: Canvas): CanvasStep[] => canvas.variants.flatMap(({ steps }) => steps);
