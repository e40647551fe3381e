import { anyCampaignField } from '../../pickFields';
import { seriesFields, seriesOperation, seriesQuery } from '../../series';

export const getDataSeries = seriesOperation({
	name: 'Get Data Series',
	action: 'Get the data series of a campaign',
	description: 'Read the daily figures of a campaign: sends, deliveries, opens, clicks, conversions, by channel and variation',
	documentation: 'https://www.braze.com/docs/api/endpoints/export/campaigns/get_campaign_analytics/',
	endpoint: 'GET /campaigns/data_series',
	fields: { campaign: anyCampaignField, ...seriesFields },
	query: (input) => ({ campaign_id: input.campaign, ...seriesQuery(input) }),
});
