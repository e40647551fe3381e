import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { Refusal } from '../errors';
import { route } from '../route';
import { documented, unconfirmed } from '../rules';
import type { BrazeState } from '../state';

const EXTERNAL_IDS_MAX = 50;

const renames = z.object({ external_id_renames: z.array(z.object({ current_external_id: z.string(), new_external_id: z.string().min(1) })) });
const removals = z.object({ external_ids: z.array(z.string()) });

/** Braze names the position of the bad entry; in which form is not documented. */
type IndexedError = [index: number, message: string];

function refuseBadLength(name: string, length: number): void {
	if (length === 0) throw new Refusal(400, `${name} is empty`, documented('an empty list is an error; the wording is the sandbox’s own'));
	if (length > EXTERNAL_IDS_MAX) throw new Refusal(400, `${name}: the max number of ids per request was exceeded`, documented(`at most ${EXTERNAL_IDS_MAX}; the wording is the sandbox’s own`));
}

/** Why the rename is refused, or undefined. */
function rename(state: BrazeState, current: string, next: string): string | undefined {
	const profile = state.byExternalId(current);
	if (profile === undefined) return `current_external_id ${current} does not exist`;
	if (profile.externalId !== current) return `current_external_id ${current} is deprecated`;
	if (current === next) return 'current_external_id and new_external_id are the same';
	if (state.byExternalId(next)) return `new_external_id ${next} is already in use`;
	profile.deprecatedIds.push(current);
	profile.externalId = next;
	state.touch(profile);
	return undefined;
}

/** Why the id is not removed, or undefined. */
function remove(state: BrazeState, id: string): string | undefined {
	const profile = state.byExternalId(id);
	if (profile === undefined) return `external_id ${id} does not exist`;
	if (profile.externalId === id) return `external_id ${id} is a primary external id`;
	profile.deprecatedIds.splice(profile.deprecatedIds.indexOf(id), 1);
	return undefined;
}

/** `POST /users/external_ids/rename`: both ids find the user until the deprecated one is removed. */
function externalIdsRename(app: FastifyInstance, state: BrazeState): void {
	route(app, state, {
		method: 'POST',
		path: '/users/external_ids/rename',
		permission: 'users.external_ids.rename',
		pools: ['users/external_ids/rename'],
		body: renames,
		answer: ({ body: { external_id_renames: wanted }, request }) => {
			refuseBadLength('external_id_renames', wanted.length);
			const renamed: string[] = [];
			const errors: IndexedError[] = [];
			wanted.forEach(({ current_external_id: current, new_external_id: next }, index) => {
				const why = rename(state, current, next);
				if (why === undefined) renamed.push(next);
				else errors.push([index, why]);
			});
			request.notes.rule = unconfirmed('rename_errors is an array of arrays that name the index (documented); their inner form, and that external_ids holds the new ids, is not');
			return { status: 201, body: { message: 'success', external_ids: renamed, rename_errors: errors } };
		},
	});
}

/** `POST /users/external_ids/remove`: deprecated ids only. */
function externalIdsRemove(app: FastifyInstance, state: BrazeState): void {
	route(app, state, {
		method: 'POST',
		path: '/users/external_ids/remove',
		permission: 'users.external_ids.remove',
		pools: ['users/external_ids/remove'],
		body: removals,
		answer: ({ body: { external_ids: ids }, request }) => {
			refuseBadLength('external_ids', ids.length);
			const removed: string[] = [];
			const errors: IndexedError[] = [];
			ids.forEach((id, index) => {
				const why = remove(state, id);
				if (why === undefined) removed.push(id);
				else errors.push([index, why]);
			});
			request.notes.rule = unconfirmed('removal_errors is an array of arrays that name the index (documented); their inner form is not');
			return { status: 201, body: { message: 'success', removed_ids: removed, removal_errors: errors } };
		},
	});
}

export function externalIds(app: FastifyInstance, state: BrazeState): void {
	externalIdsRename(app, state);
	externalIdsRemove(app, state);
}
