import { numberedPages } from './numberedPages';

/** Campaigns, newest edit first. */
export const searchCampaigns = numberedPages({ path: '/campaigns/list', rowsIn: 'campaigns', pageSize: 100, query: { sort_direction: 'desc' } });
