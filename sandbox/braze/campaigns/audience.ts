import { z } from 'zod';
import { audienceFilter, type AudienceFilter } from './audienceFilters';
import { comparisons } from './audienceComparisons';
import { Refusal } from '../errors';
import type { Json } from '../json';
import { MESSAGING_RULES } from '../messages/messagingRules';
import type { ProfileData } from '../users/profile';

type Tree = { AND: Tree[] } | { OR: Tree[] } | AudienceFilter;

/** One filter, or `AND` / `OR` lists of them, nested at will; each object has one key. */
const tree: z.ZodType<Tree> = z.lazy(() => z.union([z.object({ AND: z.array(tree) }).strict(), z.object({ OR: z.array(tree) }).strict(), audienceFilter]));

/** Of all the ways in which no filter fits, the one that got furthest. */
function furthest(issues: z.ZodIssue[]): z.ZodIssue {
	const all = issues.flatMap((issue) => (issue.code === 'invalid_union' ? issue.unionErrors.map((error) => furthest(error.issues)) : [issue]));
	return all.reduce((best, issue) => (issue.path.length > best.path.length ? issue : best));
}

function read(audience: Record<string, unknown>): Tree {
	const parsed = tree.safeParse(audience);
	if (parsed.success) return parsed.data;
	const { path, message } = furthest(parsed.error.issues);
	throw new Refusal(400, 'Invalid connected audience', MESSAGING_RULES.audienceInvalid, [[path.join('.'), message].filter(Boolean).join(': ')]);
}

/** Throws Braze's 400 where the filter is not understood, whoever is in it. */
export function checkAudience(audience: Record<string, unknown>): void {
	read(audience);
}

function matchesStatus(value: Json | undefined, { comparison, value: wanted }: { comparison: string; value: string }): boolean {
	return ((value ?? 'subscribed') === wanted) === (comparison === 'is');
}

function holds(data: ProfileData, node: Tree, lastUsedApp: number | undefined): boolean {
	if ('AND' in node) return node.AND.every((inner) => holds(data, inner, lastUsedApp));
	if ('OR' in node) return node.OR.some((inner) => holds(data, inner, lastUsedApp));
	if ('email_subscription_status' in node) return matchesStatus(data.fields.email_subscribe, node.email_subscription_status);
	if ('push_subscription_status' in node) return matchesStatus(data.fields.push_subscribe, node.push_subscription_status);
	if ('last_used_app' in node) {
		const { comparison, value } = node.last_used_app;
		return lastUsedApp !== undefined && (comparison === 'after' ? lastUsedApp > Date.parse(value) : lastUsedApp < Date.parse(value));
	}
	const { custom_attribute_name: name, comparison, value } = node.custom_attribute;
	return comparisons[comparison](data.custom[name], value);
}

/** A connected audience. `lastUsedApp`: ms since 1970, absent where the person never opened an app. Throws a {@link Refusal} where it is not understood. */
export function matchesAudience(data: ProfileData, audience: Record<string, unknown>, lastUsedApp?: number): boolean {
	return holds(data, read(audience), lastUsedApp);
}
