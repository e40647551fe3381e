import { randomUUID } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { deliver } from '../../core/deliver';
import { Refusal } from '../errors';
import { membersOf } from '../segments/segment';
import type { Profile } from './profile';
import { route } from '../route';
import { documented, sandboxRule, unconfirmed } from '../rules';
import type { BrazeState } from '../state';
import { exported } from './usersExport';
import { zipOf, type ZippedFile } from './zip';

/** How long an export takes, ms. */
const EXPORT_MS = 60_000;
const CALLBACK_TIMEOUT_MS = 30_000;
/** Users a file of the archive; documented. */
const FILE_USERS = 5_000;
/** Braze may cut smaller segments into several files, too; here from this many users on. */
const TWO_FILES_FROM = 10;

/** The control group: these random buckets, one in twenty. */
const inControlGroup = ({ randomBucket }: Profile): boolean => randomBucket % 20 === 7;

const exportBody = z.object({
	callback_endpoint: z.string().url().optional(),
	fields_to_export: z.array(z.string()).min(1),
	custom_attributes_to_export: z.array(z.string()).max(500).optional(),
	output_format: z.enum(['zip', 'gzip']).optional(),
});
type Input = z.infer<typeof exportBody>;

/** All custom attributes where the fields say so, else those that are named. */
function row(state: BrazeState, profile: Profile, { fields_to_export: fields, custom_attributes_to_export: names }: Input): Record<string, unknown> {
	const user = exported(state, profile, fields);
	if (fields.includes('custom_attributes') || names === undefined) return user;
	const chosen = Object.entries(state.readable(profile).custom).filter(([name]) => names.includes(name));
	return chosen.length > 0 ? { ...user, custom_attributes: Object.fromEntries(chosen) } : user;
}

/** One JSON object a line, in files of up to 5,000 users. */
function filesOf(state: BrazeState, prefix: string, people: Profile[], input: Input): ZippedFile[] {
	const size = Math.min(FILE_USERS, people.length < TWO_FILES_FROM ? TWO_FILES_FROM : Math.ceil(people.length / 2));
	const parts = Array.from({ length: Math.max(1, Math.ceil(people.length / size)) }, (_, at) => people.slice(at * size, (at + 1) * size));
	return parts.map((part, at) => ({ name: `${prefix}-${at + 1}.json`, text: part.map((profile) => `${JSON.stringify(row(state, profile, input))}\n`).join('') }));
}

/** `url` is absent where the export went to a cloud storage. */
function callBack(state: BrazeState, endpoint: string, url: string | undefined): void {
	deliver(state.world, {
		vendor: 'braze',
		summary: 'export ready',
		method: 'POST',
		url: endpoint,
		headers: () => ({ 'Content-Type': 'application/json' }),
		body: JSON.stringify({ success: true, url }),
		timeoutMs: CALLBACK_TIMEOUT_MS,
		retryAfterMs: () => undefined,
	});
}

/** Starts an export of these people; it is ready later, at the URL of the answer. `key` names what has one export at a time. */
function startExport(state: BrazeState, key: string, people: () => Profile[], input: Input): { object_prefix: string; url?: string } {
	const { running, files } = state.data.exports;
	if (running.has(key)) {
		throw new Refusal(400, 'An export of this segment is running; wait until it is complete', documented('one export at a time (documented); status and wording are the sandbox’s own'));
	}
	running.add(key);
	const prefix = `${randomUUID()}-${Math.floor(Date.now() / 1000)}`;
	const url = input.output_format === 'gzip' ? undefined : `${state.world.options.baseUrl}/braze/downloads/${prefix}.zip`;
	state.world.timers.after(EXPORT_MS, () => {
		running.delete(key);
		if (url !== undefined) files.set(`${prefix}.zip`, zipOf(filesOf(state, prefix, people(), input)));
		state.world.events.add({
			vendor: 'braze',
			kind: 'note',
			...(url === undefined
				? { summary: `export ready in the cloud storage: ${prefix}`, rule: sandboxRule('GZIP is for accounts with a cloud storage of their own, so it stands for one: no URL') }
				: { summary: `export ready: ${prefix}.zip`, rule: documented('files of one JSON object a line, in a ZIP') }),
		});
		if (input.callback_endpoint !== undefined) callBack(state, input.callback_endpoint, url);
	});
	return { object_prefix: prefix, url };
}

/** The file, without a key; nothing is there before the export is ready. */
function downloads(app: FastifyInstance, state: BrazeState): void {
	app.get<{ Params: { file: string } }>('/downloads/:file', async (request, reply) => {
		const file = state.data.exports.files.get(request.params.file);
		if (file === undefined) throw new Refusal(404, 'Not Found', unconfirmed('the URL becomes valid when the export is ready (documented); what it answers before is not'));
		request.notes.rule = sandboxRule('exports are kept here, not at a cloud store');
		return await reply.type('application/zip').send(file);
	});
}

/** `POST /users/export/segment` and `POST /users/export/global_control_group`: asynchronous. */
export function usersExportFile(app: FastifyInstance, state: BrazeState): void {
	downloads(app, state);
	route(app, state, {
		method: 'POST',
		path: '/users/export/segment',
		permission: 'users.export.segment',
		pools: ['default'],
		body: exportBody.extend({ segment_id: z.string().min(1) }),
		answer: ({ body, request }) => {
			const segment = state.messaging.segments.find(({ id }) => id === body.segment_id);
			if (segment === undefined) throw new Refusal(400, 'Invalid segment ID', unconfirmed('no such segment: 400'));
			request.notes.rule = documented('the file is at the URL when the export is ready; the status 201 is unconfirmed');
			return { status: 201, body: { message: 'success', ...startExport(state, segment.id, () => membersOf(state, segment), body) } };
		},
	});
	route(app, state, {
		method: 'POST',
		path: '/users/export/global_control_group',
		permission: 'users.export.global_control_group',
		pools: ['default'],
		body: exportBody,
		answer: ({ body, request }) => {
			request.notes.rule = sandboxRule('the control group is one random bucket in twenty; the rest as documented');
			return { status: 201, body: { message: 'success', ...startExport(state, 'global control group', () => state.profiles.filter(inControlGroup), body) } };
		},
	});
}
