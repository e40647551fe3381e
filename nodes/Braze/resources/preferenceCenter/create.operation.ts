import { callOperation, field } from '../../../shared/operation';
import { minorFailure } from '../../minorErrors';
import { toldWith } from '../../told';
import { pageBody, pageFields, PARALLEL_WRITES } from './pageFields';

const NAME = /^[\w-]+$/;

export const create = callOperation({
	name: 'Create',
	action: 'Create a preference center',
	description: 'Make a preference center; the answer has the Liquid tag that puts its link into emails. Its name can never be changed.',
	documentation: 'https://www.braze.com/docs/api/endpoints/preference_center/post_create_preference_center/',
	calls: ['POST /preference_center/v1'],
	parallel: PARALLEL_WRITES,
	fields: { name: field.requiredId({ displayName: 'Name', description: 'Letters, digits, hyphens and underscores' }), ...pageFields },
	check: ({ name }) => (NAME.test(name) ? undefined : { displayName: 'Name', message: 'may hold letters, digits, hyphens and underscores only' }),
	retry: 'onlyIfNothingHappened',
	request: ({ name, ...pages }) => ({ method: 'POST', path: '/preference_center/v1', body: { name, ...pageBody(pages) } }),
	classify: minorFailure,
	outcome: (answer, { name }) => ({ name, ...toldWith(answer, 'preference_center_api_id') }),
});
