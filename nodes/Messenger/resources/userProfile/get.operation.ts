import type { IDataObject } from 'n8n-workflow';
import { storyOperation } from '../../../shared/operation';
import { FailureError } from '../../../shared/transport/failure';
import { known, PROFILE_DOCS, profileFields, profileRead, unknown } from './profile';

export const get = storyOperation({
	name: 'Get',
	action: 'Get the profile of a person',
	description: 'Read the name of a person who wrote. Where Meta does not tell it, the item goes on with "known" false.',
	documentation: PROFILE_DOCS,
	calls: ['GET /{psid}'],
	fields: profileFields,
	retry: 'safe',
	async story(input, door): Promise<IDataObject> {
		const result = await door.attempt({ method: 'GET', ...profileRead(input) }, 'safe');
		if (result.ok) return known(input.psid, result.answer.body);
		const told = unknown(input.psid, result.failure);
		if (told === undefined) throw new FailureError(result.failure);
		return told;
	},
});
