import type { IDataObject } from 'n8n-workflow';
import { callOperation } from '../../../shared/operation';
import { z } from '../../../shared/schema';
import { PROFILE_PATH, PROPERTIES } from './profileCall';

/** `data` holds one object with the properties that are set, or nothing. */
const profileShape = z.object({ data: z.array(z.record(z.unknown())) });

export const get = callOperation({
	name: 'Get',
	action: 'Get the messenger profile',
	description: 'Read greeting, get started, menu and ice breakers of the Page',
	documentation: 'https://developers.facebook.com/docs/messenger-platform/reference/messenger-profile-api/',
	calls: ['GET /me/messenger_profile'],
	fields: {},
	retry: 'safe',
	request: () => ({ method: 'GET', path: PROFILE_PATH, query: { fields: PROPERTIES.join(',') } }),
	outcome: (answer) => ({ ...profileShape.parse(answer.body).data[0] }) as IDataObject,
});
