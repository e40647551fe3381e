import { field, type Field } from '../shared/operation';
import { z, type Schema } from '../shared/schema';
import * as values from '../shared/schema/values';
import { isObject } from '../shared/text/isObject';

interface About {
	displayName: string;
	/** A method of the node's `listSearch`. */
	search: string;
	description?: string;
	placeholder?: string;
}

/** Inside a collection n8n hands the whole resource locator over; workflows saved before there was a list hold the bare id. */
const bare = (value: unknown): unknown => (isObject(value) && 'mode' in value ? value.value : value);

function pickOf<T>({ displayName, search, description, placeholder = '360001234567' }: About, required: boolean, schema: Schema<T>): Field<T> {
	const { property } = field.pick({ displayName, search, description, idPlaceholder: placeholder, required });
	return { property, schema: z.preprocess(bare, schema) };
}

/** One of Zendesk's records with a numeric id, from a list or by its id. */
export const pickedId = (about: About): Field<number> => pickOf(about, true, values.numericId);

export const optionalPickedId = (about: About): Field<number | undefined> => pickOf(about, false, values.optionalNumericId);

/** For ids that are texts: webhooks, trigger categories. */
export const pickedText = (about: About): Field<string> => pickOf(about, true, values.identifier);

export const optionalPickedText = (about: About): Field<string | undefined> => pickOf(about, false, values.optionalIdentifier);
