import { z } from 'zod';
import type { Rule } from '../../control/types';
import { Refusal } from '../errors';
import { jsonObject, type JsonObject } from '../json';
import { onlyOneBy, prioritization } from './prioritization';
import { userAlias, type Profile } from '../users/profile';
import { documented, unconfirmed } from '../rules';
import type { BrazeState } from '../state';
import { writeAttributes } from '../users/writeProfile';

/** Recipients of one call. */
export const RECIPIENTS_MAX = 50;

export const recipient = z.object({
	external_user_id: z.string().min(1).optional(),
	user_alias: userAlias.optional(),
	braze_id: z.string().min(1).optional(),
	email: z.string().min(1).optional(),
	prioritization: prioritization.optional(),
	trigger_properties: jsonObject.optional(),
	attributes: jsonObject.optional(),
	send_to_existing_only: z.boolean().optional(),
});
export type Recipient = z.infer<typeof recipient>;

const IDENTIFIERS = ['external_user_id', 'user_alias', 'braze_id', 'email'] as const;

function refuseBadRecipient(one: Recipient, index: number): void {
	const refuse = (why: string): never => {
		throw new Refusal(400, `recipients[${index}]: ${why}`, documented(`${why}; the wording is the sandbox’s own`));
	};
	const given = IDENTIFIERS.filter((name) => one[name] !== undefined);
	if (given.length !== 1) refuse(`exactly one of ${IDENTIFIERS.join(', ')} is needed, ${given.length} given`);
	if (one.email !== undefined && !one.prioritization?.length) refuse('prioritization is required with email');
	if (one.send_to_existing_only === false && one.attributes === undefined) refuse('send_to_existing_only false requires attributes');
	if (one.send_to_existing_only === false && one.user_alias) refuse('send_to_existing_only false cannot be used with user_alias');
}

export const refuseBadRecipients = (recipients: Recipient[]): void => recipients.forEach(refuseBadRecipient);

function find(state: BrazeState, one: Recipient): Profile | undefined {
	if (one.external_user_id !== undefined) return state.byExternalId(one.external_user_id);
	if (one.braze_id !== undefined) return state.byBrazeId(one.braze_id);
	if (one.user_alias !== undefined) return state.byAlias(one.user_alias);
	if (one.email !== undefined) return onlyOneBy(state.having('email', one.email), one.prioritization ?? []);
	return undefined;
}

/** `send_to_existing_only: false`; a braze_id cannot be made up, so it creates no one. */
function create(state: BrazeState, one: Recipient): Profile | undefined {
	if (one.send_to_existing_only !== false) return undefined;
	if (one.external_user_id !== undefined) return state.create({ externalId: one.external_user_id });
	if (one.email !== undefined && state.having('email', one.email).length === 0) return state.create({ fields: { email: one.email } });
	return undefined;
}

const nameOf = (one: Recipient): string =>
	one.external_user_id ?? one.braze_id ?? one.email ?? `${one.user_alias?.alias_label}:${one.user_alias?.alias_name}`;

/**
 * Resolves the recipients and writes their attributes, before anything is sent. Unknown users get nothing and the answer does not say so;
 * of several entries for one user the first is sent.
 */
export function prepareRecipients(
	state: BrazeState,
	name: string,
	recipients: Recipient[],
	shared: JsonObject,
): Map<Profile, JsonObject> {
	const prepared = new Map<Profile, JsonObject>();
	const note = (one: Recipient, rule: Rule) =>
		state.world.events.add({ vendor: 'braze', kind: 'note', summary: `“${name}” not sent to ${nameOf(one)}: ${rule.text}`, customer: nameOf(one), rule });
	for (const one of recipients) {
		const profile = find(state, one) ?? create(state, one);
		if (profile === undefined) {
			note(one, documented('unknown user; success is answered all the same'));
			continue;
		}
		if (one.attributes) writeAttributes(state, profile, one.attributes);
		if (prepared.has(profile)) note(one, unconfirmed('the same user twice in one call is one message (documented); that the first one counts is not'));
		else prepared.set(profile, { ...shared, ...one.trigger_properties });
	}
	return prepared;
}
