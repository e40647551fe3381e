import { callOperation, limitFields, mostOf } from '../../../shared/operation';
import { byLink, rowsIn } from '../../paging';

/** 10 a page; the next one is named in the `Link` header. */
export const getMany = callOperation({
	name: 'Get Many',
	action: 'Get many data ingestion integrations',
	description: 'List the integrations of Cloud Data Ingestion with their last job and next run',
	documentation: 'https://www.braze.com/docs/api/endpoints/cdi/get_integration_list/',
	calls: ['GET /cdi/integrations'],
	fields: limitFields,
	retry: 'safe',
	request: () => ({ method: 'GET', path: '/cdi/integrations' }),
	outcome: (answer) => rowsIn(answer, 'results'),
	page: { next: byLink, most: mostOf },
});
