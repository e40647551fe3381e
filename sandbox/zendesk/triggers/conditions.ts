import { customStatusId } from '../present';
import { PRIORITIES, STATUSES, type Ticket, type User } from '../types';
import { commentOf, type Moment } from './moment';
import { CHANGES, EQUALITY, equal, holdsForValue, holdsForWords, ORDER, PRESENCE, textWords, VIA_IDS, WORDS } from './operators';
import type { Condition, Trigger } from './types';

interface ConditionKind {
	title: string;
	/** The first is the default where none is sent. */
	operators: readonly string[];
	holds: (moment: Moment, condition: Condition) => boolean;
}

const STRINGS = ['includes_string', 'not_includes_string'] as const;

/** A field of the ticket that is one value. */
const ticketValue = (
	title: string,
	operators: readonly string[],
	field: keyof Ticket,
	rank?: (value: unknown) => number,
): ConditionKind => ({
	title,
	operators,
	holds: (moment, condition) => holdsForValue(moment, { ...condition, value: person(moment, condition.value) }, field, moment.ticket[field], rank),
});

const place = (list: readonly string[]) => (value: unknown): number => list.findIndex((each) => each === value);

/** Values that name somebody of the update instead of an id. */
function person({ actor, ticket }: Moment, value: Condition['value']): Condition['value'] {
	if (value === 'current_user') return actor?.id ?? null;
	if (value === 'requester_id') return ticket.requester_id;
	if (value === 'assignee_id') return ticket.assignee_id;
	return value;
}

function holdsForComment(moment: Moment, { value }: Condition): boolean {
	const comment = commentOf(moment);
	if (comment === undefined) return false;
	if (equal(value, 'not_relevant')) return true;
	return comment.public === (equal(value, 'true') || equal(value, 'requester_can_see_comment'));
}

function holdsForRole({ actor }: Moment, { operator, value }: Condition): boolean {
	const role = actor?.role === 'end-user' ? 'end_user' : actor === undefined ? 'system' : 'agent';
	const is = equal(value, role) || equal(value, actor?.role) || equal(value, actor?.id);
	return operator === 'is_not' ? !is : is;
}

const ID = [...EQUALITY, ...CHANGES];

const KINDS: Record<string, ConditionKind> = {
	update_type: {
		title: 'Ticket > Is',
		operators: EQUALITY,
		holds: ({ created }, { value, operator }) => equal(value, created ? 'Create' : 'Change') === (operator !== 'is_not'),
	},
	comment_is_public: { title: 'Ticket > Comment', operators: ['is'], holds: holdsForComment },
	current_via_id: {
		title: 'Ticket > Update via',
		operators: EQUALITY,
		holds: (moment, condition) => holdsForValue(moment, condition, 'current_via_id', VIA_IDS[moment.audit.via.channel]),
	},
	via_id: {
		title: 'Ticket > Channel',
		operators: EQUALITY,
		holds: (moment, condition) => holdsForValue(moment, condition, 'via_id', VIA_IDS[moment.ticket.via.channel]),
	},
	status: ticketValue('Ticket > Status category', [...EQUALITY, ...ORDER, ...CHANGES], 'status', place(STATUSES)),
	priority: ticketValue('Ticket > Priority', [...EQUALITY, ...ORDER, ...CHANGES], 'priority', place(PRIORITIES)),
	type: ticketValue('Ticket > Type', ID, 'type'),
	group_id: ticketValue('Ticket > Group', ID, 'group_id'),
	assignee_id: ticketValue('Ticket > Assignee', ID, 'assignee_id'),
	requester_id: ticketValue('Ticket > Requester', ID, 'requester_id'),
	organization_id: ticketValue('Ticket > Organization', ID, 'organization_id'),
	brand_id: ticketValue('Ticket > Brand', ID, 'brand_id'),
	ticket_form_id: ticketValue('Ticket > Form', ID, 'ticket_form_id'),
	custom_status_id: {
		title: 'Ticket > Status',
		operators: ID,
		holds: (moment, condition) => {
			const category = STATUSES.find((status) => equal(customStatusId(status), condition.value));
			return holdsForValue(moment, { ...condition, value: category ?? condition.value }, 'status', moment.ticket.status);
		},
	},
	current_tags: {
		title: 'Ticket > Tags',
		operators: ['includes', 'not_includes'],
		holds: ({ ticket }, condition) => holdsForWords(condition, ticket.tags.join(' '), (word) => ticket.tags.includes(word)),
	},
	role: { title: 'Other > Current user', operators: EQUALITY, holds: holdsForRole },
	subject_includes_word: {
		title: 'Ticket > Subject text',
		operators: WORDS,
		holds: ({ ticket }, condition) => holdsForWords(condition, ticket.subject, (word) => textWords(ticket.subject).includes(word)),
	},
	comment_includes_word: {
		title: 'Ticket > Comment text',
		operators: WORDS,
		holds: (moment, condition) => {
			const body = commentOf(moment)?.body ?? '';
			return holdsForWords(condition, body, (word) => textWords(body).includes(word));
		},
	},
};

const CUSTOM: ConditionKind['operators'] = [...EQUALITY, ...PRESENCE, ...STRINGS, ...CHANGES, ...ORDER];

/** `custom_fields_{id}`: a ticket's own field. */
const customTicketField = (id: number): ConditionKind => ({
	title: `Ticket > ${id}`,
	operators: CUSTOM,
	holds: (moment, condition) => holdsForValue(moment, condition, String(id), moment.ticket.custom_fields.find((field) => field.id === id)?.value, Number),
});

/** `requester.custom_fields.{key}`, or the older `user.custom_fields_{key}`. */
const requesterField = (key: string): ConditionKind => {
	const value = (user: User | undefined): unknown => user?.user_fields[key];
	return {
		title: `Requester > ${key}`,
		operators: CUSTOM,
		holds: (moment, condition) => holdsForValue(moment, condition, '', value(moment.state.users.get(moment.ticket.requester_id)), Number),
	};
};

/** What a condition's field means, or undefined where no such field is known. */
export function conditionKind(field: string): ConditionKind | undefined {
	if (Object.hasOwn(KINDS, field)) return KINDS[field];
	const ticketField = /^custom_fields_(\d+)$/.exec(field)?.[1];
	if (ticketField !== undefined) return customTicketField(Number(ticketField));
	const userField = /^(?:requester\.custom_fields\.|user\.custom_fields_)([a-z0-9_]+)$/i.exec(field)?.[1];
	return userField === undefined ? undefined : requesterField(userField);
}

export const CONDITION_KINDS: Readonly<Record<string, Pick<ConditionKind, 'title' | 'operators'>>> = KINDS;

function holds(moment: Moment, condition: Condition): boolean {
	const kind = conditionKind(condition.field);
	return kind !== undefined && kind.holds(moment, { ...condition, operator: condition.operator ?? kind.operators[0] });
}

/** All of `all`, and at least one of `any` where there are any. */
export function meets(moment: Moment, { conditions: { all, any } }: Trigger): boolean {
	return all.every((condition) => holds(moment, condition)) && (any.length === 0 || any.some((condition) => holds(moment, condition)));
}
