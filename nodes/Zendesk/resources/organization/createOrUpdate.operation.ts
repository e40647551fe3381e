import type { IDataObject } from 'n8n-workflow';
import { callOperation, field } from '../../../shared/operation';
import { optionalPickedId } from '../../pickFields';
import { recordIn } from '../../rows';

const fields = {
	externalId: field.optionalId({ displayName: 'External ID', description: 'Your own id of the organization, by which it is found; a name is no match' }),
	organizationId: optionalPickedId({ displayName: 'Organization', search: 'searchOrganizations', description: 'In the place of the External ID' }),
	name: field.optionalText({ displayName: 'Name', description: 'Needed for one that does not exist yet; unique in Zendesk' }),
	more: field.extras({
		displayName: 'Additional Fields',
		placeholder: 'Add Field',
		fields: {
			details: field.optionalText({ displayName: 'Details' }),
			domainNames: field.textList({ displayName: 'Domain Names', description: 'Comma-separated; users with such e-mails belong to the organization' }),
			groupId: optionalPickedId({ displayName: 'Group', search: 'searchGroups', description: 'The agents who get new tickets of its users' }),
			notes: field.optionalText({ displayName: 'Notes' }),
			organizationFields: field.namedValues({ displayName: 'Organization Fields', description: 'The custom fields, by key' }),
			tags: field.textList({ displayName: 'Tags', description: 'Comma-separated; they take the place of all that are there' }),
		},
	}),
};

export const createOrUpdate = callOperation({
	name: 'Create or Update',
	action: 'Create or update an organization',
	description: 'Add an organization, or change the one with this external ID',
	documentation: 'https://developer.zendesk.com/api-reference/ticketing/organizations/organizations/#create-or-update-organization',
	calls: ['POST /api/v2/organizations/create_or_update'],
	fields,
	check: ({ externalId, organizationId }) => (externalId === undefined && organizationId === undefined ? { displayName: 'External ID', message: 'is missing: Zendesk finds the organization by it, and would refuse the second one of the same name' } : undefined),
	retry: 'safe',
	request: ({ externalId, organizationId, name, more }) => ({
		method: 'POST',
		path: '/api/v2/organizations/create_or_update',
		body: {
			organization: {
				id: organizationId,
				external_id: externalId,
				name,
				details: more.details,
				notes: more.notes,
				group_id: more.groupId,
				domain_names: more.domainNames,
				tags: more.tags,
				organization_fields: more.organizationFields,
			},
		},
	}),
	outcome: (answer): IDataObject => ({ ...recordIn(answer, 'organization'), created: answer.status === 201 }),
});
