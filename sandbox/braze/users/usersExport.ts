import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { post } from '../endpoint';
import { Refusal } from '../errors';
import { preferred } from './identify';
import type { Json, JsonObject } from '../json';
import { isStandardField, userAlias, type Profile } from './profile';
import { documented, unconfirmed } from '../rules';
import type { BrazeState } from '../state';

const EXPORT_MAX = 50;

const body = z.object({
	external_ids: z.array(z.string()).optional(),
	user_aliases: z.array(userAlias).optional(),
	braze_id: z.string().optional(),
	device_id: z.string().optional(),
	email_address: z.string().optional(),
	phone: z.string().optional(),
	fields_to_export: z.array(z.string()).optional(),
});
type Input = z.infer<typeof body>;

const iso = (ms: number): string => new Date(ms).toISOString();

interface Counted {
	name: string;
	first: string;
	last: string;
	count: number;
}

function countByName(happened: Array<{ name: string; time: number }>): Counted[] {
	const names = [...new Set(happened.map(({ name }) => name))];
	return names.map((name) => {
		const times = happened.filter((one) => one.name === name).map(({ time }) => time);
		return { name, first: iso(Math.min(...times)), last: iso(Math.max(...times)), count: times.length };
	});
}

const DERIVED: Record<string, (profile: Profile, state: BrazeState) => unknown> = {
	external_id: (profile) => profile.externalId,
	braze_id: (profile) => profile.brazeId,
	user_aliases: (profile) => profile.aliases,
	created_at: (profile) => iso(profile.createdAt),
	random_bucket: (profile) => profile.randomBucket,
	custom_attributes: (profile, state) => state.readable(profile).custom,
	custom_events: (profile) => countByName(profile.events),
	purchases: (profile) => countByName(profile.purchases.map(({ productId, time }) => ({ name: productId, time }))),
	total_revenue: (profile) => profile.purchases.reduce((sum, { price, quantity }) => sum + price * quantity, 0),
	last_coordinates: (profile, state) => coordinates(state.readable(profile).fields.current_location),
	campaigns_received: (profile, state) =>
		[...profile.received].map(([id, at]) => ({
			name: state.campaign(id)?.name,
			api_campaign_id: id,
			last_received: iso(at),
			engaged: {},
			converted: false,
		})),
};

function coordinates(location: Json | undefined): Json[] | undefined {
	const at: JsonObject | undefined = typeof location === 'object' && !Array.isArray(location) && location !== null ? location : undefined;
	return at && [at.longitude, at.latitude];
}

/** Braze leaves out what is null, false or empty. */
const isEmpty = (value: unknown): boolean =>
	value === undefined || value === null || value === false || value === '' || value === 0 ||
	(typeof value === 'object' && Object.keys(value).length === 0);

/** One profile as exports show it: empty fields are left out. */
export function exported(state: BrazeState, profile: Profile, fields: string[]): Record<string, unknown> {
	const user: Record<string, unknown> = {};
	for (const field of fields) {
		const value = field in DERIVED ? DERIVED[field](profile, state) : isStandardField(field) ? state.readable(profile).fields[field] : undefined;
		if (!isEmpty(value)) user[field] = value;
	}
	return user;
}

function refuseBadInput(input: Input): void {
	const { external_ids: ids = [], user_aliases: aliases = [], braze_id: brazeId, device_id: device, email_address: email, phone } = input;
	if (input.fields_to_export === undefined || input.fields_to_export.length === 0) {
		throw new Refusal(400, 'fields_to_export is required', documented('mandatory for accounts since 22 August 2024; the wording is the sandbox’s own'));
	}
	if (ids.length + aliases.length > EXPORT_MAX) {
		throw new Refusal(400, 'The max number of external_ids and aliases per request was exceeded', documented(`at most ${EXPORT_MAX}`));
	}
	const single = [device, email, phone].filter((value) => value !== undefined).length;
	if (single > 1) throw new Refusal(400, 'At most one of device_id, email_address and phone', documented('at most one of the three; the wording is the sandbox’s own'));
	if (ids.length + aliases.length + single === 0 && brazeId === undefined) {
		throw new Refusal(400, 'No user identifier was given', unconfirmed('nothing to look up: 400'));
	}
}

function lookUp(state: BrazeState, input: Input): { profiles: Profile[]; invalid: string[] } {
	const profiles = new Set<Profile>();
	const invalid: string[] = [];
	const take = (profile: Profile | undefined, name: string) => {
		if (profile) profiles.add(profile);
		else invalid.push(name);
	};
	for (const id of input.external_ids ?? []) take(state.byExternalId(id), id);
	for (const alias of input.user_aliases ?? []) take(state.byAlias(alias), alias.alias_name);
	if (input.braze_id !== undefined) take(state.byBrazeId(input.braze_id), input.braze_id);
	if (input.email_address !== undefined) take(preferred(state.having('email', input.email_address)), input.email_address);
	if (input.phone !== undefined) take(preferred(state.having('phone', input.phone)), input.phone);
	if (input.device_id !== undefined) take(undefined, input.device_id);
	return { profiles: [...profiles], invalid };
}

/** `POST /users/export/ids` */
export function usersExport(app: FastifyInstance, state: BrazeState): void {
	post(app, state, {
		path: '/users/export/ids',
		permission: 'users.export.ids',
		pools: ({ fields_to_export: fields = [] }) => [
			{ pool: fields.length > 0 && !fields.includes('campaigns_received') && !fields.includes('canvases_received') ? 'users/export/ids' : 'users/export/ids received' },
		],
		body,
		answer: (input, request) => {
			refuseBadInput(input);
			const { profiles, invalid } = lookUp(state, input);
			request.notes.rule = documented(
				state.consistencyDelayMs > 0 ? 'written attributes become readable later' : 'empty fields are left out; unknown ids stand in invalid_user_ids',
			);
			return {
				status: 201,
				body: {
					message: 'success',
					users: profiles.map((profile) => exported(state, profile, input.fields_to_export ?? [])),
					...(invalid.length > 0 ? { invalid_user_ids: invalid } : {}),
				},
			};
		},
	});
}
