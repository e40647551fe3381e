import { field } from '../shared/operation';

const ID = '5d2a1f0e-7c1b-4f1e-9d61-0f6a3d1c2b4a';

/** Campaigns that a call triggers. */
export const campaignField = field.pick({
	displayName: 'Campaign',
	description: 'A campaign with API-triggered delivery and re-eligibility switched on. The list needs campaigns.list, and campaigns.details to leave out campaigns with another delivery.',
	search: 'searchTriggeredCampaigns',
	idPlaceholder: ID,
	required: true,
});

/** Any campaign, for what is read of it. */
export const anyCampaignField = field.pick({ displayName: 'Campaign', description: 'The list needs the permission campaigns.list', search: 'searchCampaigns', idPlaceholder: ID, required: true });

const API_CAMPAIGN = 'An API campaign: it holds no message, but message variations under which the dashboard counts sends. The list needs the permission campaigns.list.';

export const apiCampaignField = field.pick({ displayName: 'Campaign', description: API_CAMPAIGN, search: 'searchApiCampaigns', idPlaceholder: ID, required: true });

export const optionalApiCampaignField = field.optionalPick({
	displayName: 'Campaign',
	description: `${API_CAMPAIGN} Without one the send is counted nowhere.`,
	search: 'searchApiCampaigns',
	idPlaceholder: ID,
});

/** Canvases that a call triggers. */
export const canvasField = field.pick({
	displayName: 'Canvas',
	description: 'A Canvas with API-triggered entry. The list needs canvas.list, and canvas.details to leave out Canvases with another entry.',
	search: 'searchTriggeredCanvases',
	idPlaceholder: ID,
	required: true,
});

export const anyCanvasField = field.pick({ displayName: 'Canvas', description: 'The list needs the permission canvas.list', search: 'searchCanvases', idPlaceholder: ID, required: true });

const SEGMENT = { displayName: 'Segment', description: 'The list needs the permission segments.list', search: 'searchSegments', idPlaceholder: ID };

export const segmentField = field.pick({ ...SEGMENT, required: true });
export const optionalSegmentField = field.optionalPick(SEGMENT);
