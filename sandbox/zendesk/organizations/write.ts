import { z } from 'zod';
import { recordInvalid } from '../errors';
import { RULES } from '../rules';
import type { ZendeskState } from '../state';
import type { Organization } from './types';

const text = z.string().nullish();

export const organizationInput = z.object({
	name: text,
	external_id: z.union([z.string(), z.number().transform(String)]).nullish(),
	details: text,
	notes: text,
	group_id: z.number().int().nullish(),
	domain_names: z.array(z.string()).optional(),
	tags: z.array(z.string()).optional(),
	organization_fields: z.record(z.unknown()).optional(),
	shared_tickets: z.boolean().optional(),
	shared_comments: z.boolean().optional(),
});

export type OrganizationInput = z.output<typeof organizationInput>;

const sameText = (a: string | null, b: string): boolean => a?.toLowerCase() === b.toLowerCase();

export const findOrganization = (state: ZendeskState, externalId: string): Organization | undefined =>
	[...state.organizations.values()].find(({ external_id: id }) => sameText(id, externalId));

function check(state: ZendeskState, input: OrganizationInput, standing?: Organization): void {
	const others = [...state.organizations.values()].filter((each) => each !== standing);
	const name = input.name ?? standing?.name ?? '';
	if (name.trim() === '') throw recordInvalid({ name: [{ description: 'Name: cannot be blank', error: 'BlankValue' }] }, RULES.organizationName);
	if (others.some((other) => sameText(other.name, name))) {
		throw recordInvalid({ name: [{ description: `Name: ${name} has already been taken`, error: 'DuplicateValue' }] }, RULES.organizationName);
	}
	if (input.external_id && others.some(({ external_id: id }) => sameText(id, input.external_id ?? ''))) {
		throw recordInvalid({ external_id: [{ description: 'External ID has already been taken', error: 'DuplicateValue' }] }, RULES.organizationName);
	}
}

/** Tells search about an organization's present state. */
export function indexOrganization(state: ZendeskState, organization: Organization): void {
	const { id, name, external_id: external, tags, details, notes, created_at: created, updated_at: updated } = organization;
	state.index.write({
		kind: 'organization', id, created_at: created, updated_at: updated,
		values: { name, external_id: external, tags, notes, details },
		text: [name, details, notes].join('\n'),
	});
}

function write(state: ZendeskState, organization: Organization, input: OrganizationInput): Organization {
	const sent = Object.entries(input).filter(([name, value]) => value !== undefined && !(name === 'name' && value === null));
	const fields = { ...organization.organization_fields, ...input.organization_fields };
	Object.assign(organization, Object.fromEntries(sent), { organization_fields: fields, updated_at: Date.now() });
	indexOrganization(state, organization);
	return organization;
}

/** 422 without a name, or with a name or external_id that is taken. */
export function createOrganization(state: ZendeskState, input: OrganizationInput): Organization {
	check(state, input);
	const now = Date.now();
	const organization: Organization = {
		id: state.nextId(), name: '', external_id: null, details: null, notes: null, group_id: null, domain_names: [], tags: [],
		organization_fields: {}, shared_tickets: false, shared_comments: false, created_at: now, updated_at: now,
	};
	state.organizations.set(organization.id, organization);
	return write(state, organization, input);
}

export function updateOrganization(state: ZendeskState, organization: Organization, input: OrganizationInput): Organization {
	check(state, input, organization);
	return write(state, organization, input);
}

/** Its people and tickets stay without it. */
export function deleteOrganization(state: ZendeskState, organization: Organization): void {
	state.organizations.delete(organization.id);
	state.index.remove('organization', organization.id);
	state.memberships = state.memberships.filter(({ organization_id: id }) => id !== organization.id);
	for (const user of state.users.values()) if (user.organization_id === organization.id) user.organization_id = null;
	for (const ticket of state.tickets.values()) if (ticket.organization_id === organization.id) ticket.organization_id = null;
}
