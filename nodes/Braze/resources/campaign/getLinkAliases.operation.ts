import { callOperation, field } from '../../../shared/operation';
import { detailsOf } from '../../details';
import { anyCampaignField } from '../../pickFields';

const fields = {
	campaign: anyCampaignField,
	messageVariation: field.pick({ displayName: 'Message Variation', description: 'A variation of this campaign', search: 'searchAnyVariations', idPlaceholder: 'email-1234', required: true }),
	linkId: field.optionalId({ displayName: 'Link ID', description: 'One link only, by the ID that Braze gave it' }),
};

export const getLinkAliases = callOperation({
	name: 'Get Link Aliases',
	action: 'Get the link aliases of a campaign',
	description: 'List the links of a message variation with their aliases; for workspaces with link aliasing',
	documentation: 'https://www.braze.com/docs/get_campaign_link_alias/',
	calls: ['GET /campaigns/url_info/details'],
	fields,
	retry: 'safe',
	request: ({ campaign, messageVariation, linkId }) => ({
		method: 'GET',
		path: '/campaigns/url_info/details',
		query: { campaign_id: campaign, message_variation_id: messageVariation, includes_link_id: linkId },
	}),
	outcome: (answer) => detailsOf(answer),
});
