import { callOperation, limitFields, mostOf } from '../../../shared/operation';
import { path } from '../../../shared/transport/call';
import { integrationField } from '../../dataPickFields';
import { byLink, rowsIn } from '../../paging';

/** 10 a page; the next one is named in the `Link` header. */
export const getSyncJobs = callOperation({
	name: 'Get Sync Jobs',
	action: 'Get the sync jobs of a data ingestion integration',
	description: 'List past and running syncs of an integration with their status and rows',
	documentation: 'https://www.braze.com/docs/api/endpoints/cdi/get_job_sync_status/',
	calls: ['GET /cdi/integrations/{integration_id}/job_sync_status'],
	fields: { integration: integrationField, ...limitFields },
	retry: 'safe',
	request: ({ integration }) => ({ method: 'GET', path: path`/cdi/integrations/${integration}/job_sync_status` }),
	outcome: (answer) => rowsIn(answer, 'results'),
	page: { next: byLink, most: mostOf },
});
