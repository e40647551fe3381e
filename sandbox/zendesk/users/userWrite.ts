import { z } from 'zod';
import { recordInvalid, type RecordProblem, type ZendeskError } from '../errors';
import { checkFieldValue } from '../tickets/fieldValues';
import { RULES } from '../rules';
import type { ZendeskState } from '../state';
import type { Identity, User } from '../types';
import { indexUser } from './userIndex';
import { newUser } from './newUser';

const text = z.string().nullish();

export const userInput = z.object({
	name: text,
	email: text,
	phone: text,
	shared_phone_number: z.boolean().nullish(),
	external_id: z.union([z.string(), z.number().transform(String)]).nullish(),
	user_fields: z.record(z.unknown()).nullish(),
	tags: z.array(z.string()).nullish(),
	notes: text,
	details: text,
	alias: text,
	locale: z.string().optional(),
	time_zone: z.string().optional(),
	organization_id: z.number().int().nullish(),
	role: z.enum(['end-user', 'agent', 'admin']).optional(),
	verified: z.boolean().optional(),
	suspended: z.boolean().optional(),
	identities: z.array(z.object({ type: z.string(), value: z.string() })).optional(),
	skip_verify_email: z.boolean().optional(),
});

export type UserInput = z.output<typeof userInput>;

const digits = (phone: string): string => phone.replace(/\D/g, '');

const sameValue = (type: string, a: string, b: string): boolean =>
	type === 'phone_number' ? digits(a) === digits(b) : a.toLowerCase() === b.toLowerCase();

export const findByIdentity = (state: ZendeskState, type: string, value: string): User | undefined =>
	[...state.users.values()].find(({ identities }) =>
		identities.some((identity) => identity.type === type && sameValue(type, identity.value, value)),
	);

export const findByExternalId = (state: ZendeskState, externalId: string): User | undefined =>
	[...state.users.values()].find(({ external_id }) => external_id?.toLowerCase() === externalId.toLowerCase());

const duplicate = (field: string, description: string, rule: ZendeskError['rule']): ZendeskError =>
	recordInvalid({ [field]: [{ description, error: 'DuplicateValue' }] }, rule);

/** Adds an address or number to a user; 422 where somebody has it. The first of its type is the primary one. */
export function addIdentity(state: ZendeskState, user: User, type: string, value: string, verified = false): Identity {
	const owner = findByIdentity(state, type, value);
	if (owner !== undefined) {
		const label = type === 'email' ? 'Email' : 'Value';
		throw duplicate(type === 'email' ? 'email' : 'value', `${label}: ${value} is already being used by another user`, RULES.uniqueIdentity);
	}
	const now = Date.now();
	const identity: Identity = {
		id: state.nextId(),
		user_id: user.id,
		type,
		value,
		verified,
		primary: !user.identities.some((other) => other.type === type),
		created_at: now,
		updated_at: now,
	};
	user.identities.push(identity);
	return identity;
}

/** A number that nobody has is a direct line, hence an identity; one that somebody has is shared. */
function setPhone(state: ZendeskState, user: User, phone: string | null, shared: boolean | null | undefined): void {
	user.identities = user.identities.filter(
		({ type, value }) => type !== 'phone_number' || (phone !== null && sameValue(type, value, phone)) || value !== user.phone,
	);
	user.phone = phone;
	if (phone === null) {
		user.shared_phone_number = null;
		return;
	}
	const owner = findByIdentity(state, 'phone_number', phone);
	const takenElsewhere = [...state.users.values()].some(
		(other) => other.id !== user.id && other.phone !== null && sameValue('phone_number', other.phone, phone),
	);
	user.shared_phone_number = shared === true || takenElsewhere || (owner !== undefined && owner.id !== user.id);
	if (!user.shared_phone_number && owner === undefined) addIdentity(state, user, 'phone_number', phone, true);
}

/** Everything that can be refused, before anything is written. */
function check(state: ZendeskState, input: UserInput, user?: User): void {
	const problems: Record<string, RecordProblem[]> = {};
	const named = input.name ?? (input.name === undefined ? user?.name : undefined) ?? '';
	if (named.trim() === '') {
		problems.name = [{ description: 'Name: is too short (minimum is 1 character)', error: 'ValueTooShort' }];
	}
	if (typeof input.email === 'string' && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(input.email)) {
		problems.email = [{ description: `Email: ${input.email} is not properly formatted`, error: 'InvalidFormat' }];
	}
	if (Object.keys(problems).length > 0) throw recordInvalid(problems, problems.name ? RULES.nameRequired : RULES.invalidValue);
	for (const field of state.userFields) checkFieldValue(field, input.user_fields?.[field.key ?? ''] ?? null);
	if (input.organization_id && !state.organizations.has(input.organization_id)) {
		throw recordInvalid({ organization: [{ description: `Organization: ${input.organization_id} does not exist`, error: 'InvalidValue' }] }, RULES.invalidValue);
	}
	const byId = input.external_id ? findByExternalId(state, input.external_id) : undefined;
	if (byId !== undefined && byId.id !== user?.id) {
		throw duplicate('external_id', 'External has already been taken', RULES.uniqueExternalId);
	}
	const byEmail = input.email ? findByIdentity(state, 'email', input.email) : undefined;
	if (byEmail !== undefined && byEmail.id !== user?.id) {
		throw duplicate('email', `Email: ${input.email} is already being used by another user`, RULES.uniqueIdentity);
	}
}

function write(state: ZendeskState, user: User, input: UserInput): User {
	const { email, phone, shared_phone_number: shared, user_fields: fields, identities, ...plain } = input;
	for (const name of ['name', 'role', 'locale', 'time_zone', 'verified', 'suspended'] as const) {
		const value = plain[name];
		if (value !== undefined && value !== null) Object.assign(user, { [name]: value });
	}
	for (const name of ['external_id', 'notes', 'details', 'alias', 'organization_id'] as const) {
		if (plain[name] !== undefined) Object.assign(user, { [name]: plain[name] });
	}
	if (plain.tags) user.tags = [...new Set(plain.tags)];
	if (email && !findByIdentity(state, 'email', email)) addIdentity(state, user, 'email', email, plain.verified);
	if (phone !== undefined) setPhone(state, user, phone === '' ? null : phone, shared);
	else if (shared !== undefined && user.phone !== null) setPhone(state, user, user.phone, shared);
	for (const { type, value } of identities ?? []) {
		if (!findByIdentity(state, type, value)) addIdentity(state, user, type, value);
	}
	const known = new Set(state.userFields.map(({ key }) => key));
	for (const [key, value] of Object.entries(fields ?? {})) if (known.has(key)) user.user_fields[key] = value;
	user.updated_at = Date.now();
	indexUser(state, user);
	return user;
}

/** Whether a key was sent that is no user field of the account. */
export const hasUnknownField = (state: ZendeskState, input: UserInput): boolean =>
	Object.keys(input.user_fields ?? {}).some((sent) => !state.userFields.some(({ key }) => key === sent));

/** 422 without a name or with an external_id or address that is taken. */
export function createUser(state: ZendeskState, input: UserInput): User {
	check(state, input);
	const user = newUser({ id: state.nextId(), name: '', role: 'end-user', verified: false }, Date.now());
	state.users.set(user.id, user);
	return write(state, user, input);
}

/** An address that is new to the user becomes a secondary identity; user_fields are merged by key. */
export function updateUser(state: ZendeskState, user: User, input: UserInput): User {
	check(state, input, user);
	return write(state, user, input);
}
