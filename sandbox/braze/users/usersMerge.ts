import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { Refusal } from '../errors';
import { mergeProfiles } from './mergeProfiles';
import { onlyOneBy, prioritization } from '../campaigns/prioritization';
import { userAlias, type Profile } from './profile';
import { route } from '../route';
import { documented, unconfirmed } from '../rules';
import type { BrazeState } from '../state';

const MERGE_MAX = 50;

/** How long a merge lies in the queue, ms. */
const QUEUED_MS = 1_000;

const identifier = z.object({
	external_id: z.string().min(1).optional(),
	user_alias: userAlias.optional(),
	email: z.string().min(1).optional(),
	phone: z.string().min(1).optional(),
	prioritization: prioritization.optional(),
});
type Identifier = z.infer<typeof identifier>;

const merge = z.object({ identifier_to_merge: z.unknown(), identifier_to_keep: z.unknown() }).strict();
const body = z.object({ merge_updates: z.unknown() });

const refuse = (message: string, rule = documented('the message is Braze’s')): never => {
	throw new Refusal(400, message, rule);
};

function readIdentifier(given: unknown): Identifier {
	const parsed = identifier.safeParse(given);
	const ids = parsed.success ? [parsed.data.external_id, parsed.data.user_alias, parsed.data.email, parsed.data.phone].filter((id) => id !== undefined) : [];
	if (!parsed.success || ids.length !== 1) {
		return refuse(
			"identifiers must be objects with an 'external_id' property that is a string, 'user_alias' property that is an object, 'email' property that is a string, or 'phone' property that is a string",
		);
	}
	if ((parsed.data.email ?? parsed.data.phone) !== undefined && !parsed.data.prioritization?.length) {
		return refuse('prioritization is required with email and phone', documented('prioritization is needed there; the wording is the sandbox’s own'));
	}
	return parsed.data;
}

function find(state: BrazeState, { external_id: id, user_alias: alias, email, phone, prioritization: order = [] }: Identifier): Profile | undefined {
	if (id !== undefined) return state.byExternalId(id);
	if (alias !== undefined) return state.byAlias(alias);
	if (email !== undefined) return onlyOneBy(state.having('email', email), order);
	return phone === undefined ? undefined : onlyOneBy(state.having('phone', phone), order);
}

function mergeOne(state: BrazeState, from: Identifier, to: Identifier): void {
	const source = find(state, from);
	const target = find(state, to);
	const say = (summary: string) =>
		state.world.events.add({ vendor: 'braze', kind: 'note', summary, rule: unconfirmed('a merge that finds no one, or more than one, does nothing; no answer says so') });
	if (source === undefined || target === undefined || source === target) {
		say(`not merged: ${JSON.stringify(from)} into ${JSON.stringify(to)}`);
		return;
	}
	mergeProfiles(state, source, target);
	say(`merged: ${JSON.stringify(from)} into ${JSON.stringify(to)}`);
}

/** `POST /users/merge`: accepted with 202, done a little later and in no promised order. */
export function usersMerge(app: FastifyInstance, state: BrazeState): void {
	route(app, state, {
		method: 'POST',
		path: '/users/merge',
		permission: 'users.merge',
		pools: ['users identity'],
		body,
		answer: ({ body: { merge_updates: updates }, request }) => {
			if (!Array.isArray(updates) || updates.length === 0) return refuse("'merge_updates' must be an array of objects");
			if (updates.length > MERGE_MAX) return refuse(`a single request may not contain more than ${MERGE_MAX} merge updates`);
			const pairs = updates.map((update: unknown) => {
				const parsed = merge.safeParse(update);
				if (!parsed.success) return refuse("'merge_updates' must only have 'identifier_to_merge' and 'identifier_to_keep'");
				return { from: readIdentifier(parsed.data.identifier_to_merge), to: readIdentifier(parsed.data.identifier_to_keep) };
			});
			state.world.timers.after(QUEUED_MS, () => {
				for (const { from, to } of pairs) mergeOne(state, from, to);
			});
			request.notes.rule = documented('202: merged a little later; the order is not promised');
			return { status: 202, body: { message: 'success' } };
		},
	});
}
