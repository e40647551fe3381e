import type { Dialect } from './dialect';
import { allFilters, fileTags, standardTags } from './standard';

/**
 * CleverTap's Liquid: `{{Profile.Name}}`, `{{Event["Item"]}}`, `{{Campaign.campaignId}}`, `{{ExternalTrigger.key}}`.
 * Its list of tags and filters is not confirmed, so everything standard is taken. Linked content is not rendered.
 */
export const clevertap: Dialect = {
	vendor: 'CleverTap',
	attributes: false,
	braces: false,
	tags: standardTags,
	filters: allFilters,
	silentFilters: [],
	refusedTags: {
		...fileTags,
		connected_content: 'That is a tag of Braze.',
		abort_message: 'That is a tag of Braze.',
	},
};
