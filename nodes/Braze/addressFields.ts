import { field, type Field } from '../shared/operation';

const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;
const PHONE = /^\+[1-9]\d{1,14}$/;

type About = Parameters<typeof field.requiredId>[0];

const shaped = (about: About, shape: RegExp, wanted: string): Field<string> => {
	const { property, schema } = field.requiredId(about);
	return { property, schema: schema.refine((text) => shape.test(text), `must be ${wanted}`) };
};

/** One address an item; the calls take 50. */
export const emailField = shaped({ displayName: 'Email', placeholder: 'ada@example.com' }, EMAIL, 'an email address, for instance ada@example.com');

export const phoneField = shaped({ displayName: 'Phone', placeholder: '+15551234567' }, PHONE, 'a phone number in E.164, for instance +15551234567');

/** Addresses, or ids, of one call. */
export const MOST_OF_A_CALL = 50;
