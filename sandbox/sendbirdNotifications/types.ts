import type { CallbackTruth, InboxNotification, TemplateTruth } from '../sendbird/controlTypes';
import type { Millis } from '../sendbird/types';

export type Esp = 'braze' | 'clevertap';
export const ESPS: readonly Esp[] = ['braze', 'clevertap'];

export interface Template extends TemplateTruth {
	archived: boolean;
	version: number;
	created_at: Millis;
	updated_at: Millis;
}

/** A notification in somebody's app. */
export interface Notification extends Omit<InboxNotification, 'at' | 'readAt'> {
	sentAt: Millis;
	readAt?: Millis;
	/** SENT that waits for READ. */
	held?: Callback;
}

/** One SENT or READ. */
export interface Callback extends Omit<CallbackTruth, 'at'> {
	at: Millis;
	/** Goes out once this one is through. */
	next?: Callback;
}

export interface TargetsFile {
	csv: string;
	uploaded_at: Millis;
}

export interface Upload {
	fileKey: string;
	fields: Record<string, string>;
	expires_at: Millis;
}
