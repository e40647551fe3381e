import { callOperation } from '../../../shared/operation';
import { path } from '../../../shared/transport/call';
import { integrationField } from '../../dataPickFields';
import { minorFailure } from '../../minorErrors';

/** One sync at a time: a repeat would be refused for what it started itself. */
export const sync = callOperation({
	name: 'Sync',
	action: 'Start a sync of a data ingestion integration',
	description: 'Start a sync now; Get Sync Jobs tells how it goes',
	documentation: 'https://www.braze.com/docs/api/endpoints/cdi/post_job_sync/',
	calls: ['POST /cdi/integrations/{integration_id}/sync'],
	fields: { integration: integrationField },
	retry: 'onlyIfNothingHappened',
	request: ({ integration }) => ({ method: 'POST', path: path`/cdi/integrations/${integration}/sync` }),
	classify: minorFailure,
	outcome: (_, { integration }) => ({ integrationId: integration, started: true }),
});
