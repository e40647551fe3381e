import { searchEvents, searchProducts } from './names';
import { searchContentBlocks, searchEmailTemplates } from './offsetPages';
import { searchApiCampaigns } from './searchApiCampaigns';
import { searchCampaigns } from './searchCampaigns';
import { searchCanvases } from './searchCanvases';
import { searchCatalogs } from './searchCatalogs';
import { searchIntegrations } from './searchIntegrations';
import { searchPreferenceCenters } from './searchPreferenceCenters';
import { searchSegments } from './searchSegments';
import { searchTriggeredCampaigns } from './searchTriggeredCampaigns';
import { searchTriggeredCanvases } from './searchTriggeredCanvases';
import * as variations from './searchVariations';

/** What the node's fields made with `pick` offer, by the name that the field gives as its `search`. */
export const listSearch = {
	searchApiCampaigns,
	searchCampaigns,
	searchCanvases,
	searchCatalogs,
	searchContentBlocks,
	searchEmailTemplates,
	searchEvents,
	searchIntegrations,
	searchPreferenceCenters,
	searchProducts,
	searchSegments,
	searchTriggeredCampaigns,
	searchTriggeredCanvases,
	searchAndroidPushVariations: variations.searchAndroidPushVariations,
	searchAnyVariations: variations.searchAnyVariations,
	searchApplePushVariations: variations.searchApplePushVariations,
	searchContentCardVariations: variations.searchContentCardVariations,
	searchEmailVariations: variations.searchEmailVariations,
	searchKindlePushVariations: variations.searchKindlePushVariations,
	searchSmsVariations: variations.searchSmsVariations,
	searchWebPushVariations: variations.searchWebPushVariations,
	searchWebhookVariations: variations.searchWebhookVariations,
	searchWhatsAppVariations: variations.searchWhatsAppVariations,
};
