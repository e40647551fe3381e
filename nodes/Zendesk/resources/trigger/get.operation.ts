import type { IDataObject } from 'n8n-workflow';
import { callOperation } from '../../../shared/operation';
import { path } from '../../../shared/transport/call';
import { recordIn } from '../../rows';
import { triggerIdField } from './triggerFields';

export const get = callOperation({
	name: 'Get',
	action: 'Get a trigger',
	description: 'Read one ticket trigger with its conditions and actions',
	documentation: 'https://developer.zendesk.com/api-reference/ticketing/business-rules/triggers/#show-ticket-trigger',
	calls: ['GET /api/v2/triggers/{trigger_id}'],
	fields: { triggerId: triggerIdField },
	retry: 'safe',
	request: ({ triggerId }) => ({ method: 'GET', path: path`/api/v2/triggers/${triggerId}` }),
	outcome: (answer): IDataObject => recordIn(answer, 'trigger'),
});
