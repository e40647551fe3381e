import type { IDataObject } from 'n8n-workflow';
import { callOperation } from '../../../shared/operation';
import { path } from '../../../shared/transport/call';
import { pickedId } from '../../pickFields';
import { recordIn } from '../../rows';

export const get = callOperation({
	name: 'Get',
	action: 'Get an organization',
	description: 'Read one organization',
	documentation: 'https://developer.zendesk.com/api-reference/ticketing/organizations/organizations/#show-organization',
	calls: ['GET /api/v2/organizations/{organization_id}'],
	fields: { organizationId: pickedId({ displayName: 'Organization', search: 'searchOrganizations' }) },
	retry: 'safe',
	request: ({ organizationId }) => ({ method: 'GET', path: path`/api/v2/organizations/${organizationId}` }),
	outcome: (answer): IDataObject => recordIn(answer, 'organization'),
});
