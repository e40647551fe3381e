import { field, type Field, type FieldSet, type Problem } from '../../shared/operation';

/** A channel of Braze's `messages` object. */
export interface Channel<Input> {
	/** Its key in `messages`. */
	key: ChannelKey;
	/** What is wrong with its fields together. */
	problem: (input: Input) => Problem | undefined;
	/** Its messaging object. */
	message: (input: Input) => Record<string, unknown>;
}

export const CHANNELS = [
	{ name: 'Android Push', value: 'android_push' },
	{ name: 'Apple Push', value: 'apple_push' },
	{ name: 'Content Card', value: 'content_card' },
	{ name: 'Email', value: 'email' },
	{ name: 'Kindle Push', value: 'kindle_push' },
	{ name: 'SMS', value: 'sms' },
	{ name: 'Web Push', value: 'web_push' },
	{ name: 'Webhook', value: 'webhook' },
	{ name: 'WhatsApp', value: 'whats_app' },
] as const;
export type ChannelKey = (typeof CHANNELS)[number]['value'];

/** A field that is there where one of these channels is chosen. */
export const shownIn =
	(...channels: ChannelKey[]) =>
	<T>(one: Field<T>): Field<T | undefined> =>
		field.shownWhen({ channels }, one);

/** The variation that the dashboard counts a channel's message under; `search` lists those of the channel. */
export const variationField = (name: string, search: string): Field<string> =>
	field.pick({
		displayName: `${name} Message Variation`,
		description: 'Needed with a campaign: the dashboard counts the message under it. The list shows what the campaign\'s details tell; else copy the ID from the API campaign.',
		search,
		idPlaceholder: 'email-1234',
		required: false,
	});

/** The first of these fields that was left blank, told by the name that the form gives it. */
export function missing<F extends FieldSet>(fields: F, input: { [Name in keyof F]?: unknown }, names: Array<keyof F>): Problem | undefined {
	const name = names.find((one) => input[one] === undefined || input[one] === '');
	return name === undefined ? undefined : { displayName: fields[name].property.displayName, message: 'is missing' };
}

/** Objects that hold nothing are left out. */
export const filled = <T extends object>(value: T | undefined): T | undefined => (value !== undefined && Object.keys(value).length > 0 ? value : undefined);

/** A JSON object for what the form does not offer. */
export const otherFields = field.jsonObject({ displayName: 'Other Fields (JSON)', description: 'Further fields of this messaging object, as Braze names them; they win over the form' });

/** Braze renders Liquid later, so its length and shape are not known here. */
export const hasLiquid = (text: string): boolean => /\{\{|\{%/.test(text);

const bytes = (value: unknown): number => Buffer.byteLength(typeof value === 'string' ? value : JSON.stringify(value ?? ''), 'utf8');

/** Whether text and key-value pairs alone are beyond what the push service takes. */
export function tooBig(displayName: string, texts: Array<string | undefined>, extra: object | undefined, most: number): Problem | undefined {
	if (texts.some((text) => text !== undefined && hasLiquid(text))) return undefined;
	const size = texts.reduce((sum, text) => sum + bytes(text ?? ''), filled(extra) ? bytes(extra) : 0);
	return size > most ? { displayName, message: `is too long: with the key-value pairs it has ${size} bytes, and the push service takes ${most}` } : undefined;
}

/** "Fixed", not "Expression": n8n would read Liquid's braces itself. */
export const LIQUID_HINT = 'Braze\'s Liquid may be used; leave the field on Fixed then, since n8n reads the same braces in an expression';
