import type { Rule } from '../../control/types';
import { isJsonObject, type Json } from '../json';
import { idsOf } from '../profiles/people';
import { RULES } from '../rules';

const UNCONFIRMED = ['$set', '$decr', '$delete'];

/** What nobody confirms about a record that was taken, for the log. */
export function leniency(record: Json): Rule | undefined {
	if (!isJsonObject(record)) return undefined;
	if (record.type !== 'token' && idsOf(record).length > 1) return RULES.severalIds;
	const { profileData } = record;
	const values = isJsonObject(profileData) ? Object.values(profileData) : [];
	return values.some((value) => isJsonObject(value) && Object.keys(value).some((key) => UNCONFIRMED.includes(key))) ? RULES.operatorsMore : undefined;
}
