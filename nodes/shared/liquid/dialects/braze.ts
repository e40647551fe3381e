import { AbortMessageTag } from '../tags/abortMessage';
import { CatalogItemsTag, CatalogSelectionItemsTag } from '../tags/catalogItems';
import { ConnectedContentTag } from '../tags/connectedContent';
import { MessageExtrasTag } from '../tags/messageExtras';
import { PromotionTag } from '../tags/promotion';
import type { Dialect } from './dialect';
import { allFilters, fileTags, standardTags } from './standard';

export const braze: Dialect = {
	vendor: 'Braze',
	attributes: true,
	braces: true,
	tags: {
		...standardTags,
		abort_message: AbortMessageTag,
		catalog_items: CatalogItemsTag,
		catalog_selection_items: CatalogSelectionItemsTag,
		connected_content: ConnectedContentTag,
		message_extras: MessageExtrasTag,
		promotion: PromotionTag,
	},
	filters: allFilters,
	// `id` marks a content block's place in the dashboard; `to_i` is used in a vendor's own example.
	silentFilters: ['id', 'to_i'],
	refusedTags: fileTags,
};
