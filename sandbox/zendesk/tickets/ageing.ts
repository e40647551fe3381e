import type { ZendeskState } from '../state';

const TIMES = [
	'created_at', 'updated_at', 'solved_at', 'deleted_at', 'expires_at', 'refresh_expires_at', 'completed_at', 'latest_completed_at', 'last_used_at',
] as const;

type Dated = Partial<Record<(typeof TIMES)[number], number | null>>;

/** Moves the times of one record back. */
export function moveBack(record: Dated, ms: number): void {
	for (const name of TIMES) {
		const time = record[name];
		if (typeof time === 'number') record[name] = time - ms;
	}
}

/** Moves every stored time of the account back by this much. */
export function ageRecords(state: ZendeskState, ms: number): void {
	const maps = [
		state.users, state.tickets, state.webhooks, state.tokens, state.codes, state.organizations, state.triggers, state.attachments, state.suspendedTickets,
	];
	const lists = [
		state.userFields, state.ticketFields, state.groups, state.brands, state.ticketForms, state.memberships, state.triggerCategories, state.apiTokens,
		state.invocations, ...state.audits.values(), ...state.triggerRevisions.values(),
	];
	const inside = [...[...state.users.values()].map(({ identities }) => identities), ...state.invocations.map(({ attempts }) => attempts)];
	for (const map of maps) for (const record of map.values()) moveBack(record, ms);
	for (const list of [...lists, ...inside]) for (const record of list) moveBack(record, ms);
}
