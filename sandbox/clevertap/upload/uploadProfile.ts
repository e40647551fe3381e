import { isJsonObject, type JsonObject } from '../json';
import { hasForbiddenInKey, NAME_MAX } from './names';
import { checkField } from '../profiles/profileFields';
import { isOperation, operate, plain } from '../profiles/profileOperators';
import { RecordError } from './recordError';
import { RULES } from '../rules';
import { cutTexts } from '../values';

/** What a profile record says, or why it is not taken. Operators are tried against nothing: whether they fit does not depend on what stands. */
export function checkProfile({ profileData: data }: JsonObject): JsonObject {
	if (!isJsonObject(data)) throw new RecordError(524, 'profileData', RULES.profileStructure);
	for (const [key, value] of Object.entries(data)) {
		if (hasForbiddenInKey(key) || key.length > NAME_MAX) throw new RecordError(512, `profile key ${key}`, RULES.nameForbidden);
		if (isOperation(value)) operate(undefined, value);
		else checkField(key, value);
	}
	return cutTexts(data);
}

/** The data of a profile after an upload. A null is taken as it is. */
export function mergedData(standing: JsonObject, upload: JsonObject): JsonObject {
	const merged = new Map(Object.entries(standing));
	for (const [key, value] of Object.entries(upload)) {
		const result = isOperation(value) ? operate(merged.get(key), value) : plain(value);
		if (result === undefined) merged.delete(key);
		else merged.set(key, result);
	}
	return Object.fromEntries(merged);
}
