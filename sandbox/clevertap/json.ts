import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { jsonBody } from '../core/vendor';

/** Anything that JSON can say. */
export type Json = string | number | boolean | null | Json[] | JsonObject;
export interface JsonObject {
	[key: string]: Json;
}

export const isJsonObject = (value: Json | undefined): value is JsonObject =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/** The parsed body, undefined where the bytes are no JSON. A parser can yield nothing else, so a thousand records are not walked again. */
export const bodyJson = (request: FastifyRequest): Json | undefined => jsonBody(request) as Json | undefined;

/** Parts that CleverTap takes as they come. */
export const anyJson = z.custom<Json>((value) => value !== undefined);
export const anyJsonObject = z.custom<JsonObject>((value) => typeof value === 'object' && value !== null && !Array.isArray(value), 'must be an object');
