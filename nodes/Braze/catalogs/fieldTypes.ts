import { field, type Problem } from '../../shared/operation';

export const fieldNameField = field.requiredId({ displayName: 'Field Name', description: 'Letters, digits, hyphens and underscores, up to 250', placeholder: 'City' });

export const fieldTypeField = field.choice({
	displayName: 'Field Type',
	options: [
		{ name: 'Array', value: 'array' },
		{ name: 'Boolean', value: 'boolean' },
		{ name: 'Number', value: 'number' },
		{ name: 'Object', value: 'object' },
		{ name: 'String', value: 'string' },
		{ name: 'Time', value: 'time' },
	],
	initial: 'string',
});

const NAME = /^[\w-]{1,250}$/;

/** Of catalogs, fields and items alike. */
export const checkName = (displayName: string, name: string): Problem | undefined =>
	NAME.test(name) ? undefined : { displayName, message: 'may hold letters, digits, hyphens and underscores only, up to 250' };
