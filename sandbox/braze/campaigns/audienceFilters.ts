import { z } from 'zod';
import { COMPARISONS } from './audienceComparisons';

const isoTime = z.string().refine((text) => !Number.isNaN(Date.parse(text)), 'must be an ISO 8601 date');
const isRegex = (text: string): boolean => {
	try {
		new RegExp(text);
		return true;
	} catch {
		return false;
	}
};

const customAttribute = z
	.object({ custom_attribute_name: z.string().min(1), comparison: z.enum(COMPARISONS), value: z.union([z.string(), z.number(), z.boolean()]).optional() })
	.superRefine(({ comparison, value }, problems) => {
		const wrong = (message: string) => problems.addIssue({ code: 'custom', path: ['value'], message });
		if (comparison === 'exists' || comparison === 'does_not_exist') return;
		if (value === undefined) wrong(`is required for ${comparison}`);
		else if (comparison.endsWith('_regex')) {
			if (typeof value !== 'string' || !isRegex(value)) wrong('must be a regular expression');
		} else if (comparison.includes('_x_days_')) {
			if (typeof value !== 'number') wrong('must be a number of days');
		} else if ((comparison === 'after' || comparison === 'before') && !isoTime.safeParse(value).success) wrong('must be an ISO 8601 date');
	});

const status = z.object({ comparison: z.enum(['is', 'is_not']), value: z.enum(['opted_in', 'subscribed', 'unsubscribed']) });
const lastUsedApp = z.object({ comparison: z.enum(['after', 'before']), value: isoTime });

/** The filters that Braze documents. Source: Braze, connected audience. */
export const audienceFilter = z.union([
	z.object({ custom_attribute: customAttribute }).strict(),
	z.object({ email_subscription_status: status }).strict(),
	z.object({ push_subscription_status: status }).strict(),
	z.object({ last_used_app: lastUsedApp }).strict(),
]);
export type AudienceFilter = z.infer<typeof audienceFilter>;
