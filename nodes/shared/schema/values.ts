import { withShortCut, z, type Schema } from './index';

/** E.164: a plus sign, a country code that does not begin with 0, 15 digits at most. */
const E164 = /^\+[1-9]\d{1,14}$/;

/** Expressions often yield numbers where an id or a text is meant. */
const numbersAsText = (value: unknown): unknown => (typeof value === 'number' ? String(value) : value);

/** Empty, null and missing are the same to a person who left a field blank. */
const blankAsMissing = (value: unknown): unknown => {
	const text = numbersAsText(value);
	return text === null || (typeof text === 'string' && text.trim() === '') ? undefined : text;
};

/** Half an emoji, from a text that was cut in the wrong place: it cannot be encoded. */
const LONE_SURROGATE = /\p{Surrogate}/u;

const TEXT = z.string({ invalid_type_error: 'must be text', required_error: 'is missing' });

const plainText = (value: unknown): string | undefined => (typeof value === 'string' && value.trim() !== '' ? value : undefined);

const plainIdentifier = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' && value.trim() === value && !LONE_SURROGATE.test(value) ? value : undefined);

/** Text exactly as given, not trimmed: it may be what a person wrote. Refused when it holds nothing but white space. */
export const requiredText: Schema<string> = withShortCut(z.preprocess(blankAsMissing, TEXT), plainText);

export const optionalText: Schema<string | undefined> = withShortCut(z.preprocess(blankAsMissing, TEXT.optional()), plainText);

/** An identifier: trimmed, since a pasted blank never belongs to it. */
const IDENTIFIER = TEXT.trim().refine((id) => !LONE_SURROGATE.test(id), 'holds half a character; it was cut in the wrong place');

export const identifier: Schema<string> = withShortCut(z.preprocess(blankAsMissing, IDENTIFIER), plainIdentifier);

export const optionalIdentifier: Schema<string | undefined> = withShortCut(z.preprocess(blankAsMissing, IDENTIFIER.optional()), plainIdentifier);

/** Beyond 2^53 a number would be rounded to another record's id. */
const EXACT_NUMBER = TEXT.trim()
	.regex(/^\d{1,16}$/, 'must be a number, as the vendor shows it')
	.transform(Number)
	.refine(Number.isSafeInteger, 'is too large to be an ID');

/** A vendor's numeric id, given as number or digits. */
export const numericId: Schema<number> = z.preprocess(blankAsMissing, EXACT_NUMBER);

export const optionalNumericId: Schema<number | undefined> = z.preprocess(blankAsMissing, EXACT_NUMBER.optional());

export const optionalPhone: Schema<string | undefined> = z.preprocess(
	blankAsMissing,
	TEXT.trim().regex(E164, 'must be a phone number in E.164, for instance +15551234567').optional(),
);

export const optionalEmail: Schema<string | undefined> = z.preprocess(
	blankAsMissing,
	TEXT.trim().email('must be an e-mail address, for instance ada@example.com').optional(),
);

/** Comma-separated text or an array, as texts; blanks fall out. */
export const textList: Schema<string[]> = z.preprocess((value) => {
	if (value === undefined || value === null || value === '') return [];
	const list = Array.isArray(value) ? value : String(value).split(',');
	return list.map((entry) => String(entry).trim()).filter((entry) => entry !== '');
}, z.array(z.string()));

/** JSON text as what it says; anything else as it is. */
const parsed =
	(blank: unknown) =>
	(value: unknown, context: z.RefinementCtx): unknown => {
		if (value === undefined || value === null || value === '') return blank;
		if (typeof value !== 'string') return value;
		try {
			return JSON.parse(value);
		} catch {
			context.addIssue({ code: 'custom', message: 'must be valid JSON', fatal: true });
			return z.NEVER;
		}
	};

/** A JSON object, given as one or as its text. */
export const jsonObject: Schema<Record<string, unknown>> = z.preprocess(
	parsed({}),
	z.record(z.unknown(), { invalid_type_error: 'must be a JSON object, for instance {"plan": "gold"}' }),
);

/** A JSON array, given as one or as its text. */
export const jsonArray: Schema<unknown[]> = z.preprocess(parsed([]), z.array(z.unknown(), { invalid_type_error: 'must be a JSON array, for instance [1, 2]' }));
