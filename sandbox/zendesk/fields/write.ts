import { z } from 'zod';
import { recordInvalid } from '../errors';
import { RULES } from '../rules';
import type { ZendeskState } from '../state';
import type { FieldDefinition, FieldOption } from '../types';

const option = z.object({ id: z.number().int().optional(), name: z.string(), value: z.string() });

export const optionBody = z.object({ custom_field_option: option });

export const fieldInput = z.object({
	type: z.string().default('text'),
	title: z.string().optional(),
	key: z.string().optional(),
	description: z.string().optional(),
	position: z.number().int().optional(),
	active: z.boolean().optional(),
	regexp_for_validation: z.string().nullish(),
	custom_field_options: z.array(option).optional(),
});

/** An update names its type only where it must not change. */
export const fieldChange = fieldInput.extend({ type: z.string().optional() });

export type FieldInput = z.output<typeof fieldChange>;

export const problem = (field: string, description: string, error: string) =>
	recordInvalid({ [field]: [{ description, error }] }, field === 'key' ? RULES.keyImmutable : RULES.invalidValue);

const WITH_OPTIONS = ['dropdown', 'multiselect', 'tagger'];

const optionsOf = (state: ZendeskState, sent: Array<z.output<typeof option>>): FieldOption[] =>
	sent.map(({ id, name, value }, position) => ({ id: id ?? state.nextId(), name, value, position }));

/** A new field of these kinds; 422 for a kind that is none or a missing title. */
export function createField(state: ZendeskState, kinds: readonly string[], input: z.output<typeof fieldInput>): FieldDefinition {
	if (!kinds.includes(input.type)) throw problem('type', `Type: ${input.type} is not valid`, 'InvalidValue');
	if (!input.title?.trim()) throw problem('title', 'Title: cannot be blank', 'BlankValue');
	const now = Date.now();
	return {
		id: state.nextId(),
		type: input.type,
		...(input.key === undefined ? {} : { key: input.key }),
		title: input.title,
		description: input.description ?? '',
		position: input.position ?? 9999,
		active: input.active ?? true,
		system: false,
		regexp_for_validation: input.regexp_for_validation ?? null,
		...(WITH_OPTIONS.includes(input.type) ? { options: optionsOf(state, input.custom_field_options ?? []) } : {}),
		created_at: now,
		updated_at: now,
	};
}

/** Key and type never change; the options that are sent are all there are. */
export function updateField(state: ZendeskState, field: FieldDefinition, input: FieldInput): void {
	if (input.key !== undefined && input.key !== field.key) throw problem('key', 'Key: cannot be changed', 'InvalidValue');
	if (input.type !== undefined && input.type !== field.type) throw problem('type', 'Type: cannot be changed', 'InvalidValue');
	if (input.title !== undefined && input.title.trim() === '') throw problem('title', 'Title: cannot be blank', 'BlankValue');
	const { title, description, position, active, regexp_for_validation: regexp } = input;
	const sent = Object.entries({ title, description, position, active, regexp_for_validation: regexp }).filter(([, value]) => value !== undefined);
	Object.assign(field, Object.fromEntries(sent), { updated_at: Date.now() });
	if (input.custom_field_options !== undefined && field.options !== undefined) field.options = optionsOf(state, input.custom_field_options);
}

/** Adds an option, or renames the one of the sent id; 201 or 200. */
export function writeOption(state: ZendeskState, field: FieldDefinition, sent: z.output<typeof option>): { option: FieldOption; created: boolean } {
	const options = field.options ?? [];
	const standing = options.find(({ id }) => id === sent.id);
	if (options.some((other) => other !== standing && other.value === sent.value)) {
		throw problem('value', `Value: ${sent.value} has already been taken`, 'DuplicateValue');
	}
	if (standing !== undefined) return { option: Object.assign(standing, { name: sent.name, value: sent.value }), created: false };
	const made = { id: state.nextId(), name: sent.name, value: sent.value, position: options.length };
	field.options = [...options, made];
	return { option: made, created: true };
}
