import type { IDataObject } from 'n8n-workflow';
import { field } from '../../../shared/operation';
import { z } from '../../../shared/schema';
import { path } from '../../../shared/transport/call';
import type { Failure } from '../../../shared/transport/failure';
import type { Read } from '../../batch';
import { psidField } from '../../fields';

export const PROFILE_DOCS = 'https://developers.facebook.com/docs/messenger-platform/identity/user-profile/';

export const profileFields = {
	psid: psidField,
	properties: field.textList({ displayName: 'Fields', description: 'Comma-separated; locale, timezone and gender need a review', initial: 'id,name,first_name,last_name,profile_pic' }),
};

export const profileRead = ({ psid, properties }: { psid: string; properties: string[] }): Read => ({ path: path`/${psid}`, query: { fields: properties.join(',') } });

const profileShape = z.object({ id: z.coerce.string() }).passthrough();

export const known = (psid: string, body: unknown): IDataObject => ({ psid, known: true, ...profileShape.parse(body) }) as IDataObject;

/** Everyday answers: no consent, a field not granted, no profile. They mean "name unknown" and stop no flow. */
const UNKNOWN = ['230', '100/33'];
const UNKNOWN_SUBCODES = ['2018218', '2018247'];

const saysUnknown = (code = ''): boolean => UNKNOWN.includes(code) || UNKNOWN_SUBCODES.some((subcode) => code === subcode || code.endsWith(`/${subcode}`));

/** Undefined for a failure that is no everyday one. */
export const unknown = (psid: string, { code, message }: Failure): IDataObject | undefined => (saysUnknown(code) ? { psid, known: false, reason: message, code } : undefined);
