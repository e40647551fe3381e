import { field } from '../shared/operation';
import type { Field } from '../shared/operation/field';
import { z } from '../shared/schema';

type Text = Parameters<typeof field.requiredId>[0];

export const userIdField = field.requiredId({ displayName: 'User ID', description: 'The user\'s ID at Sendbird; case-sensitive', placeholder: 'cust-42' });

export const channelTypeField = field.choice({
	displayName: 'Channel Type',
	options: [
		{ name: 'Group Channel', value: 'group_channels' },
		{ name: 'Open Channel', value: 'open_channels' },
	],
	initial: 'group_channels',
});

export const groupChannelField = field.pick({
	displayName: 'Channel',
	description: 'The group channel, from the list or by its URL (Sendbird calls a channel\'s ID its URL)',
	search: 'searchGroupChannels',
	idPlaceholder: 'sendbird_group_channel_…',
	required: true,
});

export const channelUrlField = field.requiredId({ displayName: 'Channel URL', description: 'Sendbird calls a channel\'s ID its URL', placeholder: 'sendbird_group_channel_…' });

export const messageIdField = field.numericId({ displayName: 'Message ID', description: 'The number that Sendbird gave the message', placeholder: '1234567890' });

/** At least one entry: Sendbird would act on nobody, or on everybody. */
export const someIds = (about: Text): Field<string[]> => {
	const list = field.textList({ ...about, description: `${about.description ?? 'IDs'}, separated by commas; an expression may also give a list` });
	return { property: { ...list.property, required: true }, schema: list.schema.refine((ids) => ids.length > 0, 'is missing') };
};

/** Metadata holds texts; numbers and true or false become theirs. */
export const metadataSchema = z.record(z.union([z.string(), z.number(), z.boolean()], { errorMap: () => ({ message: 'holds a value that is neither text nor number' }) }).transform(String));

/** Names and texts; Sendbird keeps nothing else in metadata. */
export function metadata(about: { displayName: string; description?: string }): Field<Record<string, string>> {
	const json = field.jsonObject({ ...about, initial: '{\n  "plan": "gold"\n}' });
	return { property: json.property, schema: json.schema.pipe(metadataSchema) };
}
