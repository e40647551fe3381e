import { field } from '../shared/operation';

/** A catalog is known by its name. */
export const catalogField = field.pick({ displayName: 'Catalog', description: 'The list needs the permission catalogs.get', search: 'searchCatalogs', idPlaceholder: 'restaurants', required: true });

export const contentBlockField = field.pick({
	displayName: 'Content Block',
	description: 'The list needs the permission content_blocks.list',
	search: 'searchContentBlocks',
	idPlaceholder: '5d2a1f0e-7c1b-4f1e-9d61-0f6a3d1c2b4a',
	required: true,
});

export const emailTemplateField = field.pick({
	displayName: 'Email Template',
	description: 'The list needs the permission templates.email.list',
	search: 'searchEmailTemplates',
	idPlaceholder: '5d2a1f0e-7c1b-4f1e-9d61-0f6a3d1c2b4a',
	required: true,
});

export const preferenceCenterField = field.pick({
	displayName: 'Preference Center',
	description: 'The list needs the permission preference_center.list',
	search: 'searchPreferenceCenters',
	idPlaceholder: '5d2a1f0e-7c1b-4f1e-9d61-0f6a3d1c2b4a',
	required: true,
});

export const integrationField = field.pick({
	displayName: 'Integration',
	description: 'A sync integration of Cloud Data Ingestion. The list needs the permission cdi.integration_list.',
	search: 'searchIntegrations',
	idPlaceholder: '00000000-0000-0000-0000-000000000000',
	required: true,
});

/** No endpoint lists them, so there is nothing to pick from. */
export const subscriptionGroupField = field.requiredId({
	displayName: 'Subscription Group ID',
	description: 'From Audience > Subscription Group Management in the dashboard; no endpoint of Braze lists them',
	placeholder: '5d2a1f0e-7c1b-4f1e-9d61-0f6a3d1c2b4a',
});
