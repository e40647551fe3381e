import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { Refusal } from '../errors';
import { userAlias, type UserAlias } from './profile';
import { route } from '../route';
import { documented, unconfirmed } from '../rules';
import type { BrazeState } from '../state';

const ALIASES_MAX = 50;

const newAliases = z.object({ user_aliases: z.array(userAlias.extend({ external_id: z.string().min(1).optional() })).min(1) });
const aliasUpdates = z.object({
	alias_updates: z.array(z.object({ alias_label: z.string().min(1), old_alias_name: z.string().min(1), new_alias_name: z.string().min(1) })).min(1),
});

function refuseTooMany(count: number): void {
	if (count > ALIASES_MAX) throw new Refusal(400, 'The max number of aliases per request was exceeded', documented(`at most ${ALIASES_MAX} aliases a call; the wording is the sandbox’s own`));
}

/** Why the alias was not added, or undefined. */
function addAlias(state: BrazeState, alias: UserAlias, externalId: string | undefined): string | undefined {
	if (state.byAlias(alias)) return 'the alias is taken';
	if (externalId === undefined) {
		state.create({ alias });
		return undefined;
	}
	const profile = state.byExternalId(externalId);
	if (profile === undefined) return `there is no user ${externalId}`;
	if (profile.aliases.some(({ alias_label: label }) => label === alias.alias_label)) return `${externalId} has another alias with that label`;
	profile.aliases.push(alias);
	state.touch(profile);
	return undefined;
}

const note = (state: BrazeState, label: string, name: string, why: string) =>
	state.world.events.add({
		vendor: 'braze',
		kind: 'note',
		summary: `alias ${label}:${name} unchanged: ${why}`,
		rule: documented('nothing is added or changed then; the answer does not say so'),
	});

/** `POST /users/alias/new`: for a user that exists, or without `external_id` for a new alias-only profile. */
function aliasNew(app: FastifyInstance, state: BrazeState): void {
	route(app, state, {
		method: 'POST',
		path: '/users/alias/new',
		permission: 'users.alias.new',
		pools: ['users identity'],
		body: newAliases,
		answer: ({ body: { user_aliases: aliases }, request }) => {
			refuseTooMany(aliases.length);
			for (const { external_id: externalId, ...alias } of aliases) {
				const why = addAlias(state, alias, externalId);
				if (why !== undefined) note(state, alias.alias_label, alias.alias_name, why);
			}
			request.notes.rule = unconfirmed('aliases_processed counts what was sent, unknown users included');
			return { status: 201, body: { aliases_processed: aliases.length, message: 'success' } };
		},
	});
}

/** `POST /users/alias/update` */
function aliasUpdate(app: FastifyInstance, state: BrazeState): void {
	route(app, state, {
		method: 'POST',
		path: '/users/alias/update',
		permission: 'users.alias.update',
		pools: ['users identity'],
		body: aliasUpdates,
		answer: ({ body: { alias_updates: updates }, request }) => {
			refuseTooMany(updates.length);
			for (const { alias_label: label, old_alias_name: before, new_alias_name: after } of updates) {
				const alias = state.byAlias({ alias_label: label, alias_name: before })?.aliases.find((one) => one.alias_label === label && one.alias_name === before);
				if (alias === undefined) note(state, label, before, 'there is no such alias');
				else if (state.byAlias({ alias_label: label, alias_name: after })) note(state, label, before, `${after} is taken`);
				else alias.alias_name = after;
			}
			request.notes.rule = unconfirmed('the page shows no answer; it is taken to be that of alias/new');
			return { status: 201, body: { aliases_processed: updates.length, message: 'success' } };
		},
	});
}

export function userAliases(app: FastifyInstance, state: BrazeState): void {
	aliasNew(app, state);
	aliasUpdate(app, state);
}
