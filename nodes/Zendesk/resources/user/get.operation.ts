import type { IDataObject } from 'n8n-workflow';
import { callOperation } from '../../../shared/operation';
import { path } from '../../../shared/transport/call';
import { recordIn } from '../../rows';
import { userIdField } from './userBody';

export const get = callOperation({
	name: 'Get',
	action: 'Get a user',
	description: 'Read one user',
	documentation: 'https://developer.zendesk.com/api-reference/ticketing/users/users/#show-user',
	calls: ['GET /api/v2/users/{user_id}'],
	fields: { userId: userIdField },
	retry: 'safe',
	request: ({ userId }) => ({ method: 'GET', path: path`/api/v2/users/${userId}` }),
	outcome: (answer): IDataObject => recordIn(answer, 'user'),
});
