/** Events as Zendesk signs them (ids as texts, statuses in capitals); with umlauts and quotes, so that bytes matter. */
export interface EventParts {
	id?: string;
	type?: string;
	detail?: object;
	event?: object;
}

export const detail = (more: object = {}) => ({
	actor_id: '5',
	id: '77',
	external_id: 'sms:cust-42:1',
	requester_id: '901',
	status: 'OPEN',
	subject: 'Grüße',
	via: { channel: 'web_service' },
	...more,
});

const envelope = ({ id = 'event-1', type = '', detail: own = detail(), event = {} }: EventParts): string =>
	JSON.stringify({ account_id: 1, id, time: '2026-11-21T12:00:00.123456789Z', type, subject: 'zen:ticket:77', zendesk_event_version: '2022-11-06', detail: own, event });

export const comment = (more: object = {}) => ({
	id: '501',
	body: 'Schöne Grüße',
	html_body: '<div class="zd-comment" dir="auto"><p>Schöne <b>Grüße</b> &amp; "Zitat"</p><ul><li>eins</li></ul></div>',
	is_public: true,
	author: { id: '5', is_staff: true, name: 'Grace' },
	...more,
});

export const commentAdded = (more: object = {}, parts: EventParts = {}): string => envelope({ type: 'zen:event-type:ticket.comment_added', event: { comment: comment(more), meta: { sequence: { id: 's', position: 1 } } }, ...parts });

export const statusChanged = (current: string, previous = 'OPEN', parts: EventParts = {}): string => envelope({ type: 'zen:event-type:ticket.status_changed', event: { current, previous }, detail: detail({ status: current }), ...parts });
