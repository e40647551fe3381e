import type { FieldType, ResourceMapperField } from 'n8n-workflow';
import { z } from '../../shared/schema';

/** A ticket or user field as Zendesk lists it; only user fields have a key. */
export const customFieldShape = z
	.object({
		id: z.number(),
		key: z.string().nullish(),
		type: z.string(),
		title: z.string(),
		active: z.boolean().optional(),
		removable: z.boolean().optional(),
		custom_field_options: z.array(z.object({ name: z.string(), value: z.string() }).passthrough()).nullish(),
	})
	.passthrough();

export type CustomField = z.infer<typeof customFieldShape>;

/** Dates stay texts: Zendesk takes YYYY-MM-DD and refuses the time that n8n's date picker adds. */
const TYPES: Readonly<Record<string, FieldType>> = { checkbox: 'boolean', integer: 'number', decimal: 'number', multiselect: 'array', dropdown: 'options', tagger: 'options' };

const hint = (type: string): string => (type === 'date' ? ' (YYYY-MM-DD)' : type === 'multiselect' ? ' (list of tags)' : '');

/** Fields that every ticket has come with form fields of their own; Zendesk says of them that they cannot be removed. */
export const isOfferable = ({ active, removable }: CustomField): boolean => active !== false && removable !== false;

export function mapperField(custom: CustomField, id: string): ResourceMapperField {
	const type = TYPES[custom.type] ?? 'string';
	const options = custom.custom_field_options?.map(({ name, value }) => ({ name, value }));
	return {
		id,
		displayName: `${custom.title}${hint(custom.type)}`,
		required: false,
		defaultMatch: false,
		display: true,
		type,
		...(type === 'options' ? { options: options ?? [] } : {}),
	};
}
