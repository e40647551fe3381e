import type { Condition } from '../shapes';
import type { TicketTriggerEvent } from './body';

/** A comment that the requester may see, as the admin's form names it. */
export const PUBLIC_COMMENT: Condition = { field: 'comment_is_public', operator: 'is', value: 'requester_can_see_comment' };

/** 5 is Zendesk's number for its own web service: updates through the API. */
export const NOT_THROUGH_API: Condition = { field: 'current_via_id', operator: 'is_not', value: '5' };

/** `value` means "changed to". */
export const changedTo = (status: string): Condition => ({ field: 'status', operator: 'value', value: status });

const STATUS_CHANGED: Condition = { field: 'status', operator: 'changed', value: null };

export interface ConditionWish {
	event: TicketTriggerEvent;
	/** Lower case; none: all. */
	statuses: string[];
	leaveOutApi: boolean;
	/** The user's own, beside ours. */
	all: Condition[];
	any: Condition[];
}

/** The conditions of the Zendesk trigger that a trigger node makes; undefined where two lists of alternatives would have to be one. */
export function conditionsFor({ event, statuses, leaveOutApi, all, any }: ConditionWish): { all: Condition[]; any: Condition[] } | undefined {
	const guard = leaveOutApi ? [NOT_THROUGH_API] : [];
	if (event === 'agentReply') return { all: [PUBLIC_COMMENT, ...guard, ...all], any };
	if (statuses.length > 1) return any.length > 0 ? undefined : { all: [...guard, ...all], any: statuses.map(changedTo) };
	return { all: [statuses.length === 1 ? changedTo(statuses[0]) : STATUS_CHANGED, ...guard, ...all], any };
}
