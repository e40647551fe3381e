import type { ZendeskState } from '../state';
import { STATUSES } from '../types';
import { ACTION_FIELDS } from './actions';
import { CONDITION_KINDS, conditionKind } from './conditions';

const COMMENT_VALUES = ['not_relevant', 'true', 'false', 'requester_can_see_comment'];

const values = (list: readonly string[]) => list.map((value) => ({ title: value, value, enabled: true }));

function valuesOf(state: ZendeskState, subject: string) {
	const named = (list: Array<{ id: number; name: string }>) => list.map(({ id, name }) => ({ title: name, value: String(id), enabled: true }));
	switch (subject) {
		case 'update_type': return values(['Create', 'Change']);
		case 'comment_is_public': return values(COMMENT_VALUES);
		case 'status': return values(STATUSES);
		case 'group_id': return named(state.groups);
		case 'brand_id': return named(state.brands);
		case 'ticket_form_id': return named(state.ticketForms);
		default: return undefined;
	}
}

function condition(state: ZendeskState, subject: string, title?: string) {
	const kind = conditionKind(subject);
	const list = valuesOf(state, subject);
	return {
		title: title ?? kind?.title ?? subject,
		subject,
		type: list ? 'list' : 'text',
		group: subject.startsWith('requester.') ? 'requester' : 'ticket',
		nullable: false,
		repeatable: false,
		operators: (kind?.operators ?? []).map((operator) => ({ value: operator, title: operator.replaceAll('_', ' '), terminal: /changed$/.test(operator) })),
		...(list ? { values: list } : {}),
	};
}

/** What the account's triggers may use: the fixed fields, then its own ticket and user fields. */
export function definitions(state: ZendeskState) {
	const own = [
		...state.ticketFields.filter(({ system }) => !system).map(({ id, title }) => condition(state, `custom_fields_${id}`, title)),
		...state.userFields.map(({ key = '', title }) => condition(state, `requester.custom_fields.${key}`, `Requester > ${title}`)),
	];
	const conditions = [...Object.keys(CONDITION_KINDS).map((subject) => condition(state, subject)), ...own];
	const actions = ACTION_FIELDS.map((subject) => ({
		title: subject.replaceAll('_', ' '), subject, type: subject.startsWith('notification_') ? 'message' : 'text', group: 'ticket', nullable: false, repeatable: false,
	}));
	return { conditions_all: conditions, conditions_any: conditions, actions };
}
