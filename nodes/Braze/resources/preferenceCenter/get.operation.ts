import { callOperation } from '../../../shared/operation';
import { path } from '../../../shared/transport/call';
import { preferenceCenterField } from '../../dataPickFields';
import { toldWith } from '../../told';

export const get = callOperation({
	name: 'Get',
	action: 'Get a preference center',
	description: 'Read a preference center with its pages',
	documentation: 'https://www.braze.com/docs/api/endpoints/preference_center/get_view_details_preference_center/',
	calls: ['GET /preference_center/v1/{preference_center_external_id}'],
	fields: { preferenceCenter: preferenceCenterField },
	retry: 'safe',
	request: ({ preferenceCenter }) => ({ method: 'GET', path: path`/preference_center/v1/${preferenceCenter}` }),
	outcome: (answer) => toldWith(answer, 'preference_center_page_html'),
});
