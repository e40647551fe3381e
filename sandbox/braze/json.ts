import { z } from 'zod';

/** Anything that JSON can say. */
export type Json = string | number | boolean | null | Json[] | JsonObject;
export interface JsonObject {
	[key: string]: Json;
}

export const json: z.ZodType<Json> = z.lazy(() =>
	z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(json), jsonObject]),
);

export const jsonObject: z.ZodType<JsonObject> = z.lazy(() => z.record(json));

export const isJsonObject = (value: Json | undefined): value is JsonObject =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/** Size as Braze counts payloads: bytes of the JSON text. */
export const jsonBytes = (value: Json): number => Buffer.byteLength(JSON.stringify(value));
