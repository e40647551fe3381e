import { field } from '../shared/operation';
import type { Field } from '../shared/operation/field';
import { z } from '../shared/schema';

type Text = Parameters<typeof field.requiredId>[0];

/** Ids at Meta are digits beyond 2^53: as a number they are rounded, and the rounded one is another person's. */
const digits = z.preprocess(
	(value) => (typeof value === 'number' && Number.isSafeInteger(value) ? String(value) : value === '' || value === null ? undefined : value),
	z
		.string({ required_error: 'is missing', invalid_type_error: 'must be text: as a number it is rounded to another ID' })
		.trim()
		.regex(/^\d+$/, 'must be digits, as the event gave them'),
);

const digitsField = (about: Text): Field<string> => ({ ...field.requiredId(about), schema: digits });

export const psidField = digitsField({ displayName: 'PSID', description: 'The person\'s page-scoped ID, from an event. It holds for this Page only.', placeholder: '7301234567890123' });

export const appIdField = (about: Text): Field<string> => digitsField(about);

/** The same text field with the vendor's limit of characters. */
export const atMost = (most: number, about: Field<string>): Field<string> => ({ ...about, schema: about.schema.refine((text) => text.length <= most, `may hold ${most} characters at most`) });

export const optionalAtMost = (most: number, about: Field<string | undefined>): Field<string | undefined> => ({
	...about,
	schema: about.schema.refine((text) => text === undefined || text.length <= most, `may hold ${most} characters at most`),
});

/** A sum of money, with decimals. */
export function amount(about: { displayName: string; description?: string }): Field<number> {
	return {
		property: { ...about, type: 'number', default: 0, typeOptions: { numberPrecision: 2 } },
		schema: z.preprocess((value) => (value === '' || value === null ? undefined : value), z.coerce.number({ invalid_type_error: 'must be a number' })),
	};
}

export const messageIdField = field.requiredId({ displayName: 'Message ID', description: 'The mid of the message, from its event or from a send', placeholder: 'm_…' });
