import { callOperation } from '../../../shared/operation';
import { path } from '../../../shared/transport/call';
import { preferenceCenterField } from '../../dataPickFields';
import { minorFailure } from '../../minorErrors';
import { toldWith } from '../../told';
import { pageBody, pageFields, PARALLEL_WRITES } from './pageFields';

/** Braze wants both pages, even where one stays. */
export const update = callOperation({
	name: 'Update',
	action: 'Update a preference center',
	description: 'Replace the pages of a preference center; Braze wants both',
	documentation: 'https://www.braze.com/docs/api/endpoints/preference_center/put_update_preference_center/',
	calls: ['PUT /preference_center/v1/{preference_center_external_id}'],
	parallel: PARALLEL_WRITES,
	fields: { preferenceCenter: preferenceCenterField, ...pageFields },
	retry: 'safe',
	request: ({ preferenceCenter, ...pages }) => ({ method: 'PUT', path: path`/preference_center/v1/${preferenceCenter}`, body: pageBody(pages) }),
	classify: minorFailure,
	outcome: (answer) => toldWith(answer, 'preference_center_api_id'),
});
