import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { badRequest } from '../errors';
import { parse, route } from '../http';
import { nameOf } from './people';
import { RULES } from '../rules';
import type { CleverTapState } from '../state';
import type { Millis } from '../types';

const IDS_MAX = 100;
const HOUR: Millis = 3_600_000;
const DAY = 24 * HOUR;

const input = z.object({ identities: z.array(z.string()).min(1) });

/** ms until the next 04:00. */
const untilFour = (now: Millis): Millis => DAY - ((now - 4 * HOUR) % DAY);

/** The profile keeps one device and no identity; each further device becomes a profile of its own. */
function demerge(state: CleverTapState, identity: string): void {
	const { people } = state;
	const profile = people.find({ kind: 'identity', value: identity });
	if (profile === undefined) return;
	state.note(`profile ${nameOf(profile)} is demerged`, RULES.demergeLater, nameOf(profile));
	people.dropIds(profile, ({ kind }) => kind === 'identity');
	const data = { ...profile.data };
	delete data.Email;
	people.setData(profile, data);
	for (const device of profile.devices.splice(1)) {
		people.dropIds(profile, ({ kind, value }) => kind === 'objectId' && value === device.objectId);
		people.addDevice(people.create([{ kind: 'objectId', value: device.objectId }], Date.now()), device);
	}
}

/** `POST /1/demerge/profiles.json` */
export function demergeRoute(app: FastifyInstance, state: CleverTapState): void {
	route(app, '/1/demerge/profiles.json', {
		POST: ({ body }) => {
			const { identities } = parse(input, body);
			if (identities.length > IDS_MAX) throw badRequest(`identities: at most ${IDS_MAX}`, RULES.demergeLimit);
			state.world.timers.after(untilFour(Date.now()), () => {
				for (const identity of identities) demerge(state, identity);
			});
			return { status: 'success', processed: identities.length, unprocessed: [] };
		},
	});
}
