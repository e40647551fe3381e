import type { Problem } from '../shared/operation';
import { aliasOf, checkUser, type UserAlias } from './userFields';

/** A user as the endpoints that change whole profiles name him: an email or phone goes with what decides between several profiles. */
export interface Person {
	identifyBy: 'braze_id' | 'email' | 'external_id' | 'phone' | 'user_alias';
	userId: string;
	aliasLabel: string | undefined;
	prioritization: string[] | undefined;
}

/** Kinds of identifiers that several profiles may share. */
export const SHARED_KINDS = ['email', 'phone'];

/** What the form calls the parts of a person, for a form that asks for two of them. */
export interface PersonNames {
	id: string;
	label: string;
	prioritization: string;
}

const NAMES: PersonNames = { id: 'User ID', label: 'Alias Label', prioritization: 'Prioritization' };

const renamed = (problem: Problem | undefined, names: PersonNames): Problem | undefined =>
	problem && { ...problem, displayName: problem.displayName === NAMES.label ? names.label : names.id };

export function checkPerson(person: Person, names: PersonNames = NAMES): Problem | undefined {
	const problem = renamed(checkUser(person), names);
	if (problem !== undefined || !SHARED_KINDS.includes(person.identifyBy)) return problem;
	const order = person.prioritization ?? [];
	if (order.length === 0) return { displayName: names.prioritization, message: 'is missing; Braze takes no email address or phone number without it' };
	if (order.includes('identified') && order.includes('unidentified')) return { displayName: names.prioritization, message: 'may hold Identified or Unidentified, not both' };
	return undefined;
}

export type Identifier =
	| { braze_id: string }
	| { external_id: string }
	| { user_alias: UserAlias }
	| { email: string; prioritization: string[] }
	| { phone: string; prioritization: string[] };

export function identifierOf(person: Person): Identifier {
	const { identifyBy, userId, prioritization = [] } = person;
	switch (identifyBy) {
		case 'braze_id':
			return { braze_id: userId };
		case 'external_id':
			return { external_id: userId };
		case 'user_alias':
			return { user_alias: aliasOf(person) };
		case 'email':
			return { email: userId, prioritization };
		case 'phone':
			return { phone: userId, prioritization };
	}
}
