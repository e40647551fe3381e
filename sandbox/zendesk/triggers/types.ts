import type { Millis } from '../types';

export interface Condition {
	field: string;
	operator: string | null;
	/** As sent; ids come as numbers and as texts. */
	value: string | number | boolean | null;
}

export interface Conditions {
	all: Condition[];
	any: Condition[];
}

/** `notification_webhook` has `[webhook id, body]`, or `[webhook id, [[name, value], …]]` where the webhook takes no body. */
export interface Action {
	field: string;
	value: unknown;
}

export interface Trigger {
	id: number;
	title: string;
	active: boolean;
	position: number;
	category_id: string | null;
	description: string | null;
	conditions: Conditions;
	actions: Action[];
	created_at: Millis;
	updated_at: Millis;
}

export interface TriggerRevision {
	id: number;
	author_id: number;
	created_at: Millis;
	snapshot: Pick<Trigger, 'title' | 'description' | 'active' | 'conditions' | 'actions'>;
}

export interface TriggerCategory {
	/** A number in a text, as the API shows it. */
	id: string;
	name: string;
	position: number;
	created_at: Millis;
	updated_at: Millis;
}
