import { field } from '../../shared/operation';

export const campaignField = field.pick({
	displayName: 'Campaign',
	description: 'The list has the campaigns that were made through the API in the last 90 days',
	search: 'searchCampaigns',
	idPlaceholder: '1457433898',
	required: true,
});

/** A number to CleverTap; beyond what a number holds it goes out as it stands. */
export const campaignId = (id: string): number | string => (/^\d{1,15}$/.test(id) ? Number(id) : id);
