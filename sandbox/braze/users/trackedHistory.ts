import { z } from 'zod';
import { json, jsonBytes, type JsonObject } from '../json';
import type { Profile } from './profile';

const isoTime = z.string().refine((text) => !Number.isNaN(Date.parse(text)));

const RESERVED_PROPERTIES = ['time', 'event_name'];
const EVENT_PROPERTIES_MAX_BYTES = 100 * 1024;
const PURCHASE_PROPERTIES_MAX_BYTES = 50 * 1024;

/** Keys at most 255 characters and with no leading $; texts at most 255 characters. */
const properties = (maxBytes: number) =>
	z
		.record(json)
		.refine((given) => Object.keys(given).every((key) => key.length <= 255 && !key.startsWith('$')))
		.refine((given) => Object.values(given).every((value) => typeof value !== 'string' || value.length <= 255))
		.refine((given) => jsonBytes(given) <= maxBytes)
		.optional();

const event = z.object({
	name: z.string().min(1),
	app_id: z.string().optional(),
	time: isoTime,
	properties: properties(EVENT_PROPERTIES_MAX_BYTES).refine((given) => !RESERVED_PROPERTIES.some((key) => given && key in given)),
});

const purchase = z.object({
	product_id: z.string().min(1).max(255),
	app_id: z.string().optional(),
	currency: z.string().length(3),
	price: z.number(),
	time: isoTime,
	quantity: z.number().int().min(1).max(100).optional(),
	properties: properties(PURCHASE_PROPERTIES_MAX_BYTES),
});

/** A time to come counts as now. */
const pastTime = (iso: string): number => Math.min(Date.parse(iso), Date.now());

/** The wording is the sandbox's own: Braze's texts for these are not documented. */
function problem(error: z.ZodError, object: JsonObject): string {
	const field = String(error.issues[0].path[0]);
	return field in object ? `'${field}' is invalid` : `'${field}' is required`;
}

/** Each object becomes one event: Braze drops no repeats. Returns the text of a minor error. */
export function recordEvent(profile: Profile, object: JsonObject): string | undefined {
	const parsed = event.safeParse(object);
	if (!parsed.success) return problem(parsed.error, object);
	const { name, time, app_id: appId } = parsed.data;
	profile.events.push({ name, time: pastTime(time), properties: parsed.data.properties ?? {}, appId });
	return undefined;
}

/** As {@link recordEvent}. */
export function recordPurchase(profile: Profile, object: JsonObject): string | undefined {
	const parsed = purchase.safeParse(object);
	if (!parsed.success) return problem(parsed.error, object);
	const { product_id: productId, currency, price, quantity = 1, time, app_id: appId } = parsed.data;
	profile.purchases.push({ productId, currency, price, quantity, time: pastTime(time), properties: parsed.data.properties ?? {}, appId });
	return undefined;
}
