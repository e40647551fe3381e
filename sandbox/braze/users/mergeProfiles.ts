import type { Json } from '../json';
import { STANDARD_FIELDS, type Profile } from './profile';
import type { BrazeState } from '../state';

const asTime = (value: Json | undefined): number => (typeof value === 'string' ? Date.parse(value) : NaN);

/** The earlier (or later) of two moments; the one that is there where the other is not. */
function moment(a: Json | undefined, b: Json | undefined, later: boolean): Json | undefined {
	if (Number.isNaN(asTime(a))) return b;
	if (Number.isNaN(asTime(b))) return a;
	return asTime(a) > asTime(b) === later ? a : b;
}

/** Aliases and the messages received; of two aliases with one label the target's own stays. */
function moveIdentity(from: Profile, to: Profile): void {
	for (const alias of from.aliases) {
		if (!to.aliases.some(({ alias_label: label }) => label === alias.alias_label)) to.aliases.push(alias);
	}
	for (const [campaign, at] of from.received) to.received.set(campaign, Math.max(at, to.received.get(campaign) ?? -Infinity));
	if (to.data.fields.push_tokens === undefined && from.data.fields.push_tokens !== undefined) to.data.fields.push_tokens = from.data.fields.push_tokens;
}

/**
 * What `/users/merge` and `/users/identify` do: the source's fields and custom attributes come over where the target has none, its events and purchases
 * are added, the first session is the earlier and the last one the later of both; then the source is gone.
 */
export function mergeProfiles(state: BrazeState, from: Profile, to: Profile): void {
	state.subscriptions.whilePhoneChanges(to, () => {
		for (const field of STANDARD_FIELDS) {
			const theirs = from.data.fields[field];
			const ours = to.data.fields[field];
			if (field === 'date_of_first_session' || field === 'date_of_last_session') to.data.fields[field] = moment(ours, theirs, field === 'date_of_last_session');
			else if (ours === undefined && theirs !== undefined) to.data.fields[field] = theirs;
			if (to.data.fields[field] === undefined) delete to.data.fields[field];
		}
	});
	for (const [name, value] of Object.entries(from.data.custom)) if (!(name in to.data.custom)) to.data.custom[name] = value;
	to.events.push(...from.events);
	to.purchases.push(...from.purchases);
	orphan(state, from, to);
}

/** `merge_behavior: none`: only push tokens and message history come over, the rest of the source is lost. */
export function orphan(state: BrazeState, from: Profile, to: Profile): void {
	moveIdentity(from, to);
	state.remove(from);
	state.written(to);
}
