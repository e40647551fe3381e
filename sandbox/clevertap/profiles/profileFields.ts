import type { Json } from '../json';
import { RecordError, type Code } from '../upload/recordError';

const isText = (pattern: RegExp) => (value: Json): boolean => typeof value === 'string' && pattern.test(value);
const yesOrNo = (value: Json): boolean => typeof value === 'boolean' || isText(/^[yn]$/i)(value);
const isAge = (value: Json): boolean => {
	const age = typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value;
	return typeof age === 'number' && Number.isInteger(age) && age >= 1 && age <= 120;
};

/** Keys of a profile whose values CleverTap checks, with the code of its refusal. */
const CHECKED: Record<string, { code: Code; holds: (value: Json) => boolean }> = {
	Gender: { code: 514, holds: isText(/^(m|f|male|female)$/i) },
	Email: { code: 515, holds: isText(/^[^@\s]+@[^@\s]+\.[^@\s.]+$/) },
	Phone: { code: 516, holds: isText(/^\+[1-9]\d{6,14}$/) },
	Employed: { code: 517, holds: yesOrNo },
	Education: { code: 518, holds: isText(/^(school|college|graduate)$/i) },
	Married: { code: 519, holds: yesOrNo },
	Age: { code: 520, holds: isAge },
};

/** Throws where a known key has a value that CleverTap does not take. */
export function checkField(key: string, value: Json): void {
	if (!Object.hasOwn(CHECKED, key)) return;
	const { code, holds } = CHECKED[key];
	if (!holds(value)) throw new RecordError(code, JSON.stringify(value));
}
