import { applyFields } from '../tickets/fieldChanges';
import { RULES } from '../rules';
import type { ZendeskState } from '../state';
import { PRIORITIES, STATUSES, TICKET_TYPES, type TicketFields, type Via } from '../types';
import type { Moment } from './moment';
import { notifyWebhook } from './notifyWebhook';
import { words } from './operators';
import type { Action, Trigger } from './types';

/** Notifications that are kept as they are and never sent. */
const UNMODELLED = ['notification_user', 'notification_group', 'notification_target', 'notification_sms_user', 'notification_sms_group', 'cc', 'follower', 'locale_id', 'satisfaction_score'];

type Change = (moment: Moment, value: unknown) => Partial<TicketFields>;

const choice = <Value extends string>(list: readonly Value[], value: unknown): Value | undefined => list.find((each) => each === value);

const id = (value: unknown): number | null => (value === '' || value === null || value === undefined ? null : Number(value));

const CHANGES: Record<string, Change> = {
	status: (_moment, value) => ({ status: choice(STATUSES, value) }),
	priority: (_moment, value) => ({ priority: choice(PRIORITIES, value) ?? null }),
	type: (_moment, value) => ({ type: choice(TICKET_TYPES, value) ?? null }),
	group_id: (_moment, value) => ({ group_id: id(value) }),
	assignee_id: ({ actor }, value) => ({ assignee_id: value === 'current_user' ? (actor?.id ?? null) : id(value) }),
	brand_id: (_moment, value) => ({ brand_id: Number(value) }),
	ticket_form_id: (_moment, value) => ({ ticket_form_id: Number(value) }),
	subject: (_moment, value) => ({ subject: String(value) }),
	set_tags: (_moment, value) => ({ tags: [...new Set(words(value))] }),
	current_tags: ({ ticket }, value) => ({ tags: [...new Set([...ticket.tags, ...words(value)])] }),
	remove_tags: ({ ticket }, value) => ({ tags: ticket.tags.filter((tag) => !words(value).includes(tag)) }),
};

const customFieldId = (field: string): number | undefined => {
	const found = /^custom_fields_(\d+)$/.exec(field)?.[1];
	return found === undefined ? undefined : Number(found);
};

export const ACTION_FIELDS: readonly string[] = ['notification_webhook', ...Object.keys(CHANGES), ...UNMODELLED];

export const isActionField = (field: string): boolean => ACTION_FIELDS.includes(field) || customFieldId(field) !== undefined;

const viaOf = (trigger: Trigger): Via => ({ channel: 'rule', source: { from: { id: trigger.id, title: trigger.title }, to: {}, rel: 'trigger' } });

const note = (state: ZendeskState, trigger: Trigger, what: string, rule: Parameters<ZendeskState['note']>[1]) =>
	state.note(`trigger "${trigger.title}": ${what}`, rule);

/** Carries out one action; true where the ticket is another one now. */
export function act(moment: Moment, trigger: Trigger, action: Action): boolean {
	const { field, value } = action;
	const { state, ticket, audit } = moment;
	if (field === 'notification_webhook') {
		notifyWebhook(moment, trigger, value);
		return false;
	}
	const custom = customFieldId(field);
	if (custom !== undefined) {
		const others = ticket.custom_fields.filter((standing) => standing.id !== custom);
		return applyFields(state, ticket, { custom_fields: [...others, { id: custom, value }] }, audit, viaOf(trigger));
	}
	if (!Object.hasOwn(CHANGES, field)) {
		note(state, trigger, `${field} is not carried out`, RULES.triggerUnmodelled);
		return false;
	}
	return applyFields(state, ticket, CHANGES[field](moment, value), audit, viaOf(trigger));
}
