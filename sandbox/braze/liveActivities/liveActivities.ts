import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { matchesAudience } from '../campaigns/audience';
import { defaultPool, post } from '../endpoint';
import { Refusal } from '../errors';
import { jsonObject } from '../json';
import { documented, unconfirmed } from '../rules';
import { membersOf } from '../segments/segment';
import type { BrazeState } from '../state';

const USERS_MAX = 50;

const isoTime = z.string().refine((text) => !Number.isNaN(Date.parse(text)), 'must be a datetime in ISO 8601');

const shared = {
	app_id: z.string().min(1),
	activity_id: z.string().min(1),
	content_state: jsonObject,
	dismissal_date: isoTime.optional(),
	stale_date: isoTime.optional(),
};
const notification = z.object({ alert: z.object({ title: z.string(), body: z.string() }).passthrough() }).passthrough();
const startBody = z.object({
	...shared,
	activity_attributes_type: z.string().min(1),
	activity_attributes: jsonObject,
	notification,
	external_user_ids: z.array(z.string()).min(1).optional(),
	segment_id: z.string().optional(),
	custom_audience: z.record(z.unknown()).optional(),
});
const updateBody = z.object({ ...shared, end_activity: z.boolean().optional(), notification: z.record(z.unknown()).optional() });

function requireApp(state: BrazeState, id: string): void {
	if (!state.messaging.apps.some((app) => app.id === id)) throw new Refusal(400, 'Invalid app ID', unconfirmed('no such app: 400'));
}

/** Whom it is started for, by name; exactly one of the three ways is documented. */
function startedFor(state: BrazeState, input: z.infer<typeof startBody>): string[] {
	const { external_user_ids: ids, segment_id: segmentId, custom_audience: audience } = input;
	const ways = [ids, segmentId, audience].filter((way) => way !== undefined).length;
	if (ways !== 1) throw new Refusal(400, 'One of external_user_ids, segment_id and custom_audience is required', documented('one of the three; the wording is the sandbox’s own'));
	if ((ids?.length ?? 0) > USERS_MAX) throw new Refusal(400, 'The max number of ids per request was exceeded', documented(`at most ${USERS_MAX} users`));
	if (ids !== undefined) return ids.filter((id) => state.byExternalId(id));
	const segment = state.messaging.segments.find(({ id }) => id === segmentId);
	if (segmentId !== undefined && segment === undefined) throw new Refusal(400, 'Invalid segment ID', unconfirmed('no such segment: 400'));
	const people = segment ? membersOf(state, segment) : state.profiles.filter((profile) => matchesAudience(state.readable(profile), audience ?? {}));
	return people.flatMap(({ externalId }) => externalId ?? []);
}

/** `POST /messages/live_activity/start` */
function start(app: FastifyInstance, state: BrazeState): void {
	post(app, state, {
		path: '/messages/live_activity/start',
		permission: 'messages.live_activity.start',
		pools: defaultPool,
		body: startBody,
		answer: (input, request) => {
			requireApp(state, input.app_id);
			const people = startedFor(state, input);
			state.data.liveActivities.activities.push({ appId: input.app_id, activityId: input.activity_id, contentState: input.content_state, startedFor: people, ended: false });
			request.notes.summary = `Live Activity ${input.activity_id} started for ${people.length}`;
			request.notes.rule = documented('accepted; unknown users get nothing and the answer does not say so');
			return { status: 201, body: { message: 'success' } };
		},
	});
}

/** `POST /messages/live_activity/update`: changes it, or ends it. */
function update(app: FastifyInstance, state: BrazeState): void {
	post(app, state, {
		path: '/messages/live_activity/update',
		permission: 'messages.live_activity.update',
		pools: defaultPool,
		body: updateBody,
		answer: (input, request) => {
			requireApp(state, input.app_id);
			const activity = state.data.liveActivities.find(input.app_id, input.activity_id);
			if (activity && !activity.ended) {
				activity.contentState = input.content_state;
				activity.ended = input.end_activity ?? false;
			}
			request.notes.rule = unconfirmed('201 says that the call was well formed (documented); an unknown or ended activity is passed over');
			return { status: 201, body: { message: 'success' } };
		},
	});
}

export function liveActivities(app: FastifyInstance, state: BrazeState): void {
	start(app, state);
	update(app, state);
}
