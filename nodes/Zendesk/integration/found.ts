import { z } from '../../shared/schema';
import { objectBody } from '../../shared/transport/call';
import type { Door } from '../../shared/transport/door';
import { pages } from '../cursorPaging';
import { userFieldShape, type Condition, type Trigger, type TriggerCategory, type UserField, type Webhook } from '../shapes';
import { allCategories, allTriggers, allWebhooks } from '../ticketTrigger/ruleCalls';
import { unless } from '../ticketCalls';
import { FIELD_KEY } from './wanted';

/** What stands in Zendesk now. */
export interface Found {
	userField: UserField | undefined;
	/** Undefined where the account has no trigger categories. */
	categories: TriggerCategory[] | undefined;
	webhooks: Webhook[];
	triggers: Trigger[];
}

export async function findUserField(door: Door): Promise<UserField | undefined> {
	for await (const answer of pages(door, '/api/v2/user_fields')) {
		const field = userFieldShape.array().parse(objectBody(answer).user_fields ?? []).find(({ key }) => key === FIELD_KEY);
		if (field) return field;
	}
	return undefined;
}

export async function readAccount(door: Door): Promise<Found> {
	return {
		userField: await findUserField(door),
		categories: await allCategories(door),
		webhooks: await allWebhooks(door),
		triggers: await allTriggers(door),
	};
}

const definitions = z.object({
	definitions: z.object({ conditions_all: z.array(z.object({ subject: z.string(), operators: z.array(z.object({ value: z.string() }).passthrough()).default([]) }).passthrough()).default([]) }),
});

/** How triggers name a requester's user field; the spelling has changed over the years, so the account's own list decides. */
const SUBJECTS = [`requester.custom_fields.${FIELD_KEY}`, `user.custom_fields_${FIELD_KEY}`, `requester_custom_fields_${FIELD_KEY}`];

/** The condition that the requester has a Braze id; undefined where the account does not offer one. */
export async function guardFor(door: Door): Promise<Condition | undefined> {
	const answer = await unless(door.attempt({ method: 'GET', path: '/api/v2/triggers/definitions' }, 'safe'), 'notFound');
	const parsed = definitions.safeParse(answer?.body);
	if (!parsed.success) return undefined;
	const known = parsed.data.definitions.conditions_all.find(({ subject, operators }) => SUBJECTS.includes(subject) && operators.some(({ value }) => value === 'present'));
	return known && { field: known.subject, operator: 'present', value: null };
}
