import { numberedPages } from './numberedPages';

/** API campaigns: the ones that message sends and send IDs are counted under. The list says so itself. */
export const searchApiCampaigns = numberedPages({
	path: '/campaigns/list',
	rowsIn: 'campaigns',
	pageSize: 100,
	query: { sort_direction: 'desc' },
	keep: ({ is_api_campaign: isApiCampaign }) => isApiCampaign === true,
});
