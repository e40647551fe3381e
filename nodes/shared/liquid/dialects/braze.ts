import { rubyOperators } from '../render/operators';
import { toText } from '../render/text';
import { AbortMessageTag } from '../tags/abortMessage';
import { MessageExtrasTag } from '../tags/messageExtras';
import type { Dialect } from './dialect';
import { allFilters, fileTags, standardTags } from './standard';

export const braze: Dialect = {
	vendor: 'Braze',
	attributes: true,
	braces: true,
	tags: {
		...standardTags,
		abort_message: AbortMessageTag,
		message_extras: MessageExtrasTag,
	},
	filters: allFilters,
	// `id` marks a content block's place in the dashboard; `to_i` is used in a vendor's own example.
	silentFilters: ['id', 'to_i'],
	refusedTags: fileTags,
	operators: rubyOperators(toText),
};
