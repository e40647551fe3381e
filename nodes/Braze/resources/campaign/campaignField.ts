import { field } from '../../../shared/operation';

export const campaignField = field.pick({
	displayName: 'Campaign',
	description: 'A campaign with API-triggered delivery and re-eligibility switched on. The list needs the permission campaigns.list.',
	search: 'searchCampaigns',
	idPlaceholder: '5d2a1f0e-7c1b-4f1e-9d61-0f6a3d1c2b4a',
	required: true,
});
