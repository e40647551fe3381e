import type { IDataObject } from 'n8n-workflow';
import { callOperation } from '../../../shared/operation';
import { z } from '../../../shared/schema';
import { readUserFields } from '../../userFields';

const shape = z.object({ record: z.record(z.unknown()).nullish() }, { invalid_type_error: 'it is no JSON object' }).passthrough();

/** Somebody unknown is a success without a record. */
export const get = callOperation({
	name: 'Get',
	action: 'Get a profile',
	description: 'Read one profile with its events and devices',
	documentation: 'https://developer.clevertap.com/docs/get-user-profiles-api',
	calls: ['GET /1/profile.json'],
	fields: readUserFields,
	retry: 'safe',
	request: ({ identifyBy, userId }) => ({ method: 'GET', path: '/1/profile.json', query: { [identifyBy]: userId } }),
	classify: (answer, { identifyBy, userId }) =>
		shape.parse(answer.body).record
			? undefined
			: { class: 'notFound', vendor: 'CleverTap', status: answer.status, message: `CleverTap knows no profile with the ${identifyBy} ${userId}`, fix: 'Check the user ID and its kind; a profile that was just uploaded may take a moment.' },
	outcome: (answer) => shape.parse(answer.body).record as IDataObject,
});
