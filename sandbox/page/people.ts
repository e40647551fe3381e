import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { World } from '../core/world';
import { ask } from './ask';
import type { PagePerson } from './pageTypes';

const profile = z.object({ external_id: z.string().nullable(), braze_id: z.string(), fields: z.record(z.unknown()) });
const users = z.object({ users: z.array(z.object({ userId: z.string() })) });

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** A batch may have ten thousand targets, and nobody looks for a name in such a list: the first of Sendbird's users are the seeded ones, of the others the newest count. */
const FIRST_KNOWN = 100;
const NEWEST_ACTED = 300;

/** Ids to try: people of the sandbox's Sendbird are named as Braze's, and whoever did something at Braze is in the log. */
async function candidates(world: World): Promise<string[]> {
	const known = (await ask(world, '/_sandbox/sendbird/users', users))?.users.map(({ userId }) => userId) ?? [];
	const acted = world.events.after(0).events.flatMap(({ vendor, customer }) => (vendor === 'braze' && customer !== undefined ? [customer] : []));
	const newest = [...new Set(acted.reverse())].slice(0, NEWEST_ACTED).reverse();
	return [...new Set([...known.slice(0, FIRST_KNOWN), ...newest])];
}

/** Customers of Braze, as far as the page can know of them. */
export function registerPeople(app: FastifyInstance, world: World): void {
	app.get('/_sandbox/page/people', async () => {
		const people: PagePerson[] = [];
		for (const id of await candidates(world)) {
			const found = await ask(world, `/_sandbox/braze/profiles/${encodeURIComponent(id)}`, profile);
			if (found === undefined) continue;
			const { external_id: externalId, braze_id: brazeId, fields } = found;
			const own = externalId ?? brazeId;
			if (people.some((person) => person.id === own)) continue;
			const name = `${text(fields.first_name)} ${text(fields.last_name)}`.trim();
			people.push({ id: own, name: name === '' ? own : name, phone: text(fields.phone) || null });
		}
		return { people };
	});
}
