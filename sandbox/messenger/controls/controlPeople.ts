import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { PersonTruth } from './controlTypes';
import { threadOwner } from '../deliveries/events';
import { newPerson, PAGE_ID } from '../seed';
import { HUMAN_AGENT_WINDOW, STANDARD_WINDOW } from '../sending/sendWindow';
import type { MessengerState } from '../state';
import type { Person } from '../types';

const iso = (ms: number | undefined): string | null => (ms === undefined ? null : new Date(ms).toISOString());

function truth(state: MessengerState, person: Person): PersonTruth {
	const { psid, pageId, first_name: first, last_name: last, blocked, hasRole, lastInboundAt: at } = person;
	const labels = state.pageOf(person).labels.filter(({ id }) => person.labels.has(id)).map(({ name }) => name);
	return {
		psid,
		pageId,
		name: `${first} ${last}`,
		blocked,
		hasRole,
		lastInboundAt: iso(at),
		windowEndsAt: iso(at === undefined ? undefined : at + STANDARD_WINDOW),
		humanAgentEndsAt: iso(at === undefined ? undefined : at + HUMAN_AGENT_WINDOW),
		owner: threadOwner(state, person) ?? null,
		labels,
	};
}

const stranger = z.object({ firstName: z.string(), lastName: z.string().default(''), pageId: z.string().default(PAGE_ID) });

/** Who there is. */
export function peopleControl(app: FastifyInstance, state: MessengerState): void {
	app.get('/_sandbox/messenger/persons', async () => ({ persons: state.people.map((person) => truth(state, person)) }));
	app.get<{ Params: { psid: string } }>('/_sandbox/messenger/persons/:psid', async ({ params }, reply) => {
		const person = state.person(params.psid);
		return person === undefined ? await reply.code(404).send({ error: 'no such person' }) : truth(state, person);
	});
	app.post('/_sandbox/messenger/persons', async (request, reply) => {
		const parsed = stranger.safeParse(request.body);
		if (!parsed.success || !state.pages.has(parsed.data.pageId)) return await reply.code(400).send({ error: 'firstName, lastName?, pageId?' });
		const { firstName, lastName, pageId } = parsed.data;
		// Odd and above 2^53, so that a client that makes numbers of ids is found out.
		const psid = String(24_567_890_123_457_001n + BigInt(state.people.length) * 2n);
		const person = newPerson({ psid, first_name: firstName, last_name: lastName, pageId });
		state.people.push(person);
		return await reply.code(201).send(truth(state, person));
	});
}
