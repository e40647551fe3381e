import { field } from '../../../shared/operation';
import { apiCampaignField } from '../../pickFields';
import { seriesFields, seriesOperation, seriesQuery } from '../../series';

export const getDataSeries = seriesOperation({
	name: 'Get Data Series',
	action: 'Get the data series of a send',
	description: 'Read the daily figures of one send ID, by channel and variation; Braze keeps them for 14 days after the send',
	documentation: 'https://www.braze.com/docs/api/endpoints/export/campaigns/get_send_analytics/',
	endpoint: 'GET /sends/data_series',
	fields: { campaign: apiCampaignField, sendId: field.requiredId({ displayName: 'Send ID' }), ...seriesFields },
	query: (input) => ({ campaign_id: input.campaign, send_id: input.sendId, ...seriesQuery(input) }),
});
