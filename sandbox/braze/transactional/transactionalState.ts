export interface TransactionalCampaign {
	id: string;
	name: string;
	status: 'active' | 'paused' | 'archived';
	subject: string;
	/** Liquid. */
	body: string;
}

export interface TransactionalSend {
	dispatchId: string;
	externalSendId?: string;
	campaignId: string;
	/** ms since 1970 */
	receivedAt: number;
}

/** How long `external_send_id` keeps a send from being made again. */
export const DEDUPLICATED_MS = 24 * 3_600_000;

/** Transactional Email campaigns and what was sent with them. */
export class TransactionalState {
	campaigns: TransactionalCampaign[] = [];

	private sends: TransactionalSend[] = [];

	/** One that runs, one paused, one archived. */
	reset(): void {
		const campaign = (id: string, name: string, status: TransactionalCampaign['status']): TransactionalCampaign => ({
			id,
			name,
			status,
			subject: 'Order {{api_trigger_properties.${order}}}',
			body: "<p>{{${first_name} | default: 'Hello'}}, your order {{api_trigger_properties.${order}}} is confirmed.</p>",
		});
		this.campaigns = [
			campaign('transactional-order', 'Order confirmation', 'active'),
			campaign('transactional-paused', 'Password reset', 'paused'),
			campaign('transactional-archived', 'Old receipt', 'archived'),
		];
		this.sends = [];
	}

	age(ms: number): void {
		for (const send of this.sends) send.receivedAt -= ms;
	}

	add(send: TransactionalSend): void {
		this.sends.push(send);
	}

	/** The send that this key stands for, in the last 24 hours. */
	standing(externalSendId: string | undefined): TransactionalSend | undefined {
		if (externalSendId === undefined) return undefined;
		return this.sends.find((send) => send.externalSendId === externalSendId && Date.now() - send.receivedAt < DEDUPLICATED_MS);
	}
}
