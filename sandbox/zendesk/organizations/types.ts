import type { Millis } from '../types';

export interface Organization {
	id: number;
	name: string;
	external_id: string | null;
	details: string | null;
	notes: string | null;
	group_id: number | null;
	domain_names: string[];
	tags: string[];
	organization_fields: Record<string, unknown>;
	shared_tickets: boolean;
	shared_comments: boolean;
	created_at: Millis;
	updated_at: Millis;
}

export interface OrganizationMembership {
	id: number;
	user_id: number;
	organization_id: number;
	default: boolean;
	created_at: Millis;
	updated_at: Millis;
}
