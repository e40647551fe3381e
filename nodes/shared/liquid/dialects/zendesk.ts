import type { Dialect } from './dialect';
import { allFilters, fileTags, standardTags } from './standard';

/**
 * Zendesk's Liquid in triggers and webhook bodies: placeholders such as `{{ticket.id}}` and the classic tags and
 * filters of Ruby's engine; the version is not published. Values are put in as they are: whether Zendesk
 * escapes them inside JSON is not known, and nothing here does.
 */
export const zendesk: Dialect = {
	vendor: 'Zendesk',
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
