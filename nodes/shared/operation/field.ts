import type { INodeProperties } from 'n8n-workflow';
import type { Schema } from '../schema';

/** A thing the user fills in, described once: how n8n shows it, and what is valid. */
export interface Field<T> {
	property: Omit<INodeProperties, 'name'>;
	schema: Schema<T>;
	/** What the runner adds of the item before the schema sees the value: the file that it names, or the item's own values beside it. */
	holds?: 'binary' | 'item';
}

export type FieldSet = Record<string, Field<unknown>>;

/** The validated values of a field set. */
export type InputOf<F extends FieldSet> = { [Name in keyof F]: F[Name] extends Field<infer T> ? T : never };

/** What a form says of a field. */
export interface Look {
	displayName: string;
	description?: string;
	placeholder?: string;
	hint?: string;
	/** Shown as filled in for a new node. */
	initial?: string;
}

export function look({ displayName, description, placeholder, hint }: Look) {
	return { displayName, description, placeholder, hint };
}

/** What the reader gives for a field that is hidden by its display options. */
export const HIDDEN = Symbol('hidden');
