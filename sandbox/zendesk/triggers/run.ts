import { RULES } from '../rules';
import type { ZendeskState } from '../state';
import { act } from './actions';
import { meets } from './conditions';
import type { Moment } from './moment';
import type { Trigger } from './types';

/** By category, then by position in it; those without a category come last. */
export function inOrder(state: ZendeskState): Trigger[] {
	const rank = ({ category_id: id }: Trigger) => state.triggerCategories.find((category) => category.id === id)?.position ?? Infinity;
	const before = (a: number, b: number) => (a === b ? 0 : a - b);
	return [...state.triggers.values()].sort((a, b) => before(rank(a), rank(b)) || a.position - b.position || a.id - b.id);
}

/**
 * Runs the account's active triggers over an update. Where one changes the ticket the list is read from the start again,
 * without those that have run.
 */
export function runTriggers(moment: Moment): void {
	const { state, ticket } = moment;
	const waiting = inOrder(state).filter(({ active }) => active);
	if (waiting.length > 0 && ticket.status === 'closed') {
		state.note(`no trigger runs on ticket ${ticket.id}: it is closed`, RULES.triggerClosed);
		return;
	}
	for (;;) {
		const at = waiting.findIndex((trigger) => meets(moment, trigger));
		if (at === -1) return;
		const [trigger] = waiting.splice(at, 1);
		state.note(`trigger "${trigger.title}" runs on ticket ${ticket.id}`, RULES.triggerOnce);
		for (const action of trigger.actions) act(moment, trigger, action);
	}
}
