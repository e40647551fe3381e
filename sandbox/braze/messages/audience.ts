import { checkAudience, matchesAudience } from '../campaigns/audience';
import { Refusal } from '../errors';
import { MESSAGING_RULES } from './messagingRules';
import type { Profile } from '../users/profile';
import { isMember } from '../segments/segment';
import type { BrazeState } from '../state';
import { IDS_MAX, isBroadcast, type MessagesRequest } from './request';

/** Throws Braze's 400 where the call does not say whom it is for. */
export function refuseBadAudience(state: BrazeState, request: MessagesRequest): void {
	const { external_user_ids: ids = [], user_aliases: aliases = [], segment_id: segmentId, audience, broadcast = false } = request;
	if (ids.length + aliases.length > IDS_MAX) {
		throw new Refusal(400, 'The max number of external_ids and aliases per request was exceeded', MESSAGING_RULES.idsMax);
	}
	if (isBroadcast(request) && segmentId === undefined && audience === undefined) throw new Refusal(400, 'No Recipients', MESSAGING_RULES.noRecipients);
	if (isBroadcast(request) && !broadcast) throw new Refusal(400, 'broadcast must be true when no users are specified', MESSAGING_RULES.broadcastNeeded);
	if (!isBroadcast(request) && broadcast) throw new Refusal(400, 'broadcast and a list of users exclude each other', MESSAGING_RULES.broadcastExcludes);
	if (segmentId !== undefined && !state.messaging.segments.some(({ id }) => id === segmentId)) {
		throw new Refusal(400, 'Invalid Segment ID', MESSAGING_RULES.segmentUnknown);
	}
	if (audience !== undefined) checkAudience(audience);
}

function named(state: BrazeState, { external_user_ids: ids = [], user_aliases: aliases = [] }: MessagesRequest): Profile[] {
	const found = [...ids.map((id) => state.byExternalId(id)), ...aliases.map((alias) => state.byAlias(alias))];
	return [...new Set(found.filter((profile) => profile !== undefined))];
}

/** Whom the call reaches as things stand now: of the named people, or of all, those in the segment and in the audience. */
export function audienceOf(state: BrazeState, request: MessagesRequest): Profile[] {
	const { segment_id: segmentId, audience } = request;
	const segment = state.messaging.segments.find(({ id }) => id === segmentId);
	const candidates = isBroadcast(request) ? state.profiles : named(state, request);
	return candidates
		.filter((profile) => segment === undefined || isMember(state, segment, profile))
		.filter((profile) => audience === undefined || matchesAudience(state.readable(profile), audience, state.messaging.appUse.lastUsedBy(profile)));
}
