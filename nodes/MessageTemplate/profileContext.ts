import type { Profile } from '../Braze/delivery/profile';

/** The profile fields that templates name otherwise than the export does. */
const RENAMED: Readonly<Record<string, string>> = { external_id: 'user_id', email: 'email_address', phone: 'phone_number', home_city: 'city', dob: 'date_of_birth' };

/** Asked from Braze for a preview. */
export const PROFILE_FIELDS = ['external_id', 'braze_id', 'first_name', 'last_name', 'email', 'phone', 'country', 'home_city', 'language', 'gender', 'dob', 'time_zone', 'random_bucket', 'custom_attributes'];

/** An exported profile as Liquid sees it. */
export function profileContext({ custom_attributes: customAttributes, random_bucket: bucket, ...profile }: Profile): Record<string, unknown> {
	const named = Object.entries(profile).map(([name, value]): [string, unknown] => [RENAMED[name] ?? name, value]);
	return { ...Object.fromEntries(named), random_bucket_number: bucket, custom_attribute: customAttributes ?? {} };
}
