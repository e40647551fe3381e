import type { Json } from '../json';

/** Tags that exist in this workspace; a template or block may carry no other. */
export const TAGS: readonly string[] = ['marketing', 'promotional', 'transactional'];

/** The text of Braze's error, or undefined. Absent tags are fine. */
export function tagsProblem(tags: Json | undefined): string | undefined {
	if (tags === undefined) return undefined;
	if (!Array.isArray(tags)) return 'Tags must be an array';
	if (tags.some((tag) => typeof tag !== 'string')) return 'All tags must be strings';
	return tags.every((tag) => TAGS.some((known) => known === tag)) ? undefined : 'Some tags could not be found';
}
