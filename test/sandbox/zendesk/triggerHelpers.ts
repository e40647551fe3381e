import type { Zendesk } from './helpers';

export interface TriggerJson {
	id: number;
	title: string;
	active: boolean;
	position: number;
	category_id: string | null;
	conditions: { all: object[]; any: object[] };
	actions: Array<{ field: string; value: unknown }>;
}

/** The action that tells a webhook. */
export const notify = (webhookId: string, body: string) => [{ field: 'notification_webhook', value: [webhookId, body] }];

/** A standing trigger, called `t` unless told otherwise. */
export async function triggerAt(zendesk: Zendesk, all: object[], actions: object[], more: object = {}): Promise<TriggerJson> {
	const answer = await zendesk.api<{ trigger: TriggerJson }>('POST', '/triggers', { trigger: { title: 't', conditions: { all, any: [] }, actions, ...more } });
	if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
	return answer.body.trigger;
}
