import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { ControlError, post } from './controlInput';
import type { AppEvent, MessageTruth, ProfileTruth } from './controlTypes';
import { anyJsonObject } from '../json';
import { onEvent } from '../campaigns/liveCampaigns';
import { nameOf } from '../profiles/people';
import { eventTruth, iso } from '../queries/present';
import type { CleverTapState } from '../state';
import { ID_KINDS, type Profile } from '../types';

const appEvent = z.object({ evtName: z.string().min(1), evtData: anyJsonObject.default({}) }) satisfies z.ZodType<unknown, z.ZodTypeDef, AppEvent>;

function find({ people }: CleverTapState, id: string): Profile {
	const profile = ID_KINDS.map((kind) => people.find({ kind, value: id })).find((one) => one !== undefined);
	if (profile === undefined) throw new ControlError(404, `no profile ${id}`);
	return profile;
}

function truth({ events }: CleverTapState, profile: Profile): ProfileTruth {
	const { objectId, ids, data, devices, unsubscribed } = profile;
	const own = events.all().filter((event) => event.profile === profile).sort((a, b) => a.at - b.at);
	return { objectId, ids, data, devices, unsubscribed: [...unsubscribed], events: own.map(({ name, data: properties, at }) => ({ name, data: properties, at: iso(at) })) };
}

/** Who there is, what they did, and what reached them. */
export function peopleControl(app: FastifyInstance, state: CleverTapState): void {
	app.get('/_sandbox/clevertap/profiles', async () => ({ profiles: state.people.all().map((profile) => truth(state, profile)) }));
	app.get<{ Params: { id: string } }>('/_sandbox/clevertap/profiles/:id', async ({ params }) => truth(state, find(state, params.id)));
	post(app, '/profiles/:id/events', appEvent, ({ evtName, evtData }, { id }) => {
		const profile = find(state, id);
		const event = state.events.add(profile, evtName, evtData, Date.now());
		const identity = nameOf(profile);
		state.world.events.add({ vendor: 'clevertap', kind: 'customer', summary: `${identity}: ${evtName}`, customer: identity });
		onEvent(state, event);
		return { status: 201, body: eventTruth(event) };
	});
	app.get<{ Querystring: { name?: string } }>('/_sandbox/clevertap/events', async ({ query }) => {
		const events = query.name === undefined ? state.events.all() : state.events.named(query.name);
		return { events: events.map(eventTruth) };
	});
	app.get('/_sandbox/clevertap/messages', async (): Promise<{ messages: MessageTruth[] }> => ({
		messages: state.messages.map((message) => ({ ...message, at: iso(message.at) })),
	}));
}
