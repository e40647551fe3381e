import type { IDataObject } from 'n8n-workflow';
import { field, storyOperation } from '../../../shared/operation';
import { z } from '../../../shared/schema';
import { path } from '../../../shared/transport/call';
import { FailureError } from '../../../shared/transport/failure';
import { psidField } from '../../fields';

const fields = {
	psid: psidField,
	properties: field.textList({ displayName: 'Fields', description: 'Comma-separated; locale, timezone and gender need a review', initial: 'id,name,first_name,last_name,profile_pic' }),
};

const profileShape = z.object({ id: z.coerce.string() }).passthrough();

/** Everyday answers: no consent, a field not granted, no profile. They mean "name unknown" and stop no flow. */
const UNKNOWN = ['230', '100/33'];
const UNKNOWN_SUBCODES = ['2018218', '2018247'];

const saysUnknown = (code = ''): boolean => UNKNOWN.includes(code) || UNKNOWN_SUBCODES.some((subcode) => code === subcode || code.endsWith(`/${subcode}`));

export const get = storyOperation({
	name: 'Get',
	action: 'Get the profile of a person',
	description: 'Read the name of a person who wrote. Where Meta does not tell it, the item goes on with "known" false.',
	documentation: 'https://developers.facebook.com/docs/messenger-platform/identity/user-profile/',
	fields,
	retry: 'safe',
	async story({ psid, properties }, door): Promise<IDataObject> {
		const result = await door.attempt({ method: 'GET', path: path`/${psid}`, query: { fields: properties.join(',') } }, 'safe');
		if (result.ok) return { psid, known: true, ...profileShape.parse(result.answer.body) } as IDataObject;
		if (!saysUnknown(result.failure.code)) throw new FailureError(result.failure);
		return { psid, known: false, reason: result.failure.message, code: result.failure.code };
	},
});
