import { z } from 'zod';
import { writeCustomAttribute } from './customAttributes';
import type { Json, JsonObject } from '../json';
import { customerId, fieldText, isStandardField, type Profile, type StandardField } from './profile';
import { unconfirmed } from '../rules';
import type { BrazeState } from '../state';
import { subscriptionGroup } from '../subscriptions/subscriptionGroups';

const NOT_ATTRIBUTES = new Set(['external_id', 'braze_id', 'user_alias', '_update_existing_only', '_merge_objects', 'push_token_import']);

const subscriptionGroups = z.array(
	z.object({ subscription_group_id: z.string(), subscription_state: z.enum(['subscribed', 'unsubscribed']) }),
);

function writeSubscriptionGroups(state: BrazeState, profile: Profile, value: Json): string | undefined {
	const parsed = subscriptionGroups.safeParse(value);
	if (!parsed.success) return 'subscription_groups is not understood';
	for (const { subscription_group_id: id, subscription_state: to } of parsed.data) {
		const group = subscriptionGroup(state, id);
		if (group === undefined) return `subscription group ${id} is unknown`;
		group.members.set(profile, to);
	}
	return undefined;
}

function writeField(profile: Profile, field: StandardField, value: Json): void {
	if (value === null) delete profile.data.fields[field];
	else profile.data.fields[field] = value;
}

const emailSubscription = z.enum(['opted_in', 'subscribed', 'unsubscribed']);

/** An address has its e-mail state, not the profile: a written state goes to the address, a new address brings its own along. */
function keepEmailState(state: BrazeState, profile: Profile, attributes: JsonObject): void {
	const email = fieldText(profile.data, 'email');
	if (email === undefined) return;
	const written = emailSubscription.safeParse(attributes.email_subscribe);
	if (written.success) state.data.email.setState(email, written.data);
	else if (attributes.email !== undefined) writeField(profile, 'email_subscribe', state.data.email.stateFor(email, profile.data));
}

/** Writes one attributes object (of `/users/track` or of a send's recipient) to a profile. */
export function writeAttributes(state: BrazeState, profile: Profile, attributes: JsonObject): void {
	const deepMerge = attributes._merge_objects === true;
	const dropped: string[] = [];
	const writeFields = () => {
		for (const [name, value] of Object.entries(attributes)) {
			if (isStandardField(name)) writeField(profile, name, value);
		}
	};
	state.subscriptions.whilePhoneChanges(profile, () => state.data.newsletter.whileAddressChanges(profile, writeFields));
	keepEmailState(state, profile, attributes);
	for (const [name, value] of Object.entries(attributes)) {
		if (NOT_ATTRIBUTES.has(name) || isStandardField(name)) continue;
		if (name === 'subscription_groups') {
			const why = writeSubscriptionGroups(state, profile, value);
			if (why !== undefined) dropped.push(why);
			continue;
		}
		const written = writeCustomAttribute(profile.data.custom[name], value, deepMerge);
		if (written.kind === 'set') profile.data.custom[name] = written.value;
		else if (written.kind === 'cleared') delete profile.data.custom[name];
		else dropped.push(`${name}: ${written.why}`);
	}
	state.written(profile);
	if (dropped.length > 0) {
		state.world.events.add({
			vendor: 'braze',
			kind: 'note',
			summary: `not written to ${customerId(profile)}: ${dropped.join('; ')}`,
			customer: customerId(profile),
			rule: unconfirmed('a value that Braze cannot take is dropped; whether it says so is not documented'),
		});
	}
}
