import type { FieldSet, InputOf, Problem } from '../../../shared/operation';

/** A channel's own part of a message: what the user fills in, and the `content` it becomes. */
export interface Channel<F extends FieldSet> {
	/** `target_mode`, and the name in `/1/send/….json`. */
	mode: string;
	fields: F;
	/** Goes out by a provider that the account has set up, under its nickname. */
	byProvider: boolean;
	check: (input: Partial<InputOf<F>>) => Problem | undefined;
	content: (input: Partial<InputOf<F>>) => Record<string, unknown>;
}

/** The first of the fields that is missing. */
export const missing = (texts: Readonly<Record<string, string | undefined>>): Problem | undefined => {
	const [name] = Object.entries(texts).find(([, text]) => text === undefined) ?? [];
	return name === undefined ? undefined : { displayName: name, message: 'is missing' };
};
