import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { jsonBody } from '../../core/vendor';
import { badParam } from './errors';
import { RULES } from '../rules';

/** Graph takes every parameter from the query, a form, JSON or multipart alike. */
export type Params = Record<string, unknown>;

export interface UploadedFile {
	name: string;
	type: string;
	size: number;
}

export interface ReadParams {
	params: Params;
	/** The part `filedata` of a multipart body. */
	file?: UploadedFile;
	/** The body could not be read. */
	broken?: boolean;
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

async function multipart(request: FastifyRequest, type: string): Promise<ReadParams> {
	const form = await new Response(new Uint8Array(request.rawBody), { headers: { 'content-type': type } }).formData();
	const params: Params = {};
	let file: UploadedFile | undefined;
	for (const [name, value] of form) {
		if (typeof value === 'string') params[name] = value;
		else if (name === 'filedata') file = { name: value.name, type: value.type, size: value.size };
	}
	return { params, file };
}

async function bodyParams(request: FastifyRequest): Promise<ReadParams> {
	const type = request.headers['content-type'] ?? '';
	try {
		if (/^multipart\/form-data/i.test(type)) return await multipart(request, type);
	} catch {
		return { params: {}, broken: true };
	}
	const text = request.rawBody.toString('utf8');
	if (text === '') return { params: {} };
	if (/^application\/x-www-form-urlencoded/i.test(type)) return { params: Object.fromEntries(new URLSearchParams(text)) };
	const body = jsonBody(request);
	return isRecord(body) ? { params: body } : { params: {}, broken: true };
}

/** Query and body together; the body wins. */
export async function readParams(request: FastifyRequest): Promise<ReadParams> {
	const read = await bodyParams(request);
	return { ...read, params: { ...(request.query as Params), ...read.params } };
}

/** `message[attachment][payload]` */
const graphPath = ([first, ...rest]: Array<string | number>): string => `${first ?? 'body'}${rest.map((part) => `[${part}]`).join('')}`;

/** The parameters in this shape, or Graph's 100. */
export function parse<Schema extends z.ZodTypeAny>(schema: Schema, params: Params): z.output<Schema> {
	const parsed = schema.safeParse(params);
	if (parsed.success) return parsed.data;
	const [issue] = parsed.error.issues;
	if (issue.code === 'unrecognized_keys') {
		throw badParam(`Invalid keys "${issue.keys.join(', ')}" were found in param "${graphPath(issue.path)}".`, RULES.invalidKeys);
	}
	if (issue.code === 'invalid_type' && issue.received === 'undefined') throw badParam(`The parameter ${graphPath(issue.path)} is required`);
	throw badParam(`Param ${graphPath(issue.path)} is not valid: ${issue.message}`);
}

/** An object or a list; in a form or a query it is JSON text. */
export const structured = <Schema extends z.ZodTypeAny>(schema: Schema) =>
	z.preprocess((value): unknown => {
		if (typeof value !== 'string' || !/^\s*[[{]/.test(value)) return value;
		try {
			return JSON.parse(value);
		} catch {
			return value;
		}
	}, schema);

/** An id as text; a number is taken as its digits. */
export const idText = z.union([z.string().min(1), z.number().transform(String)]);

/** `a,b` or a list. */
export const names = structured(z.union([z.array(z.string()), z.string().transform((text) => text.split(',').map((part) => part.trim()).filter((part) => part !== ''))]));

export const flag = z.union([z.boolean(), z.enum(['true', 'false', '1', '0']).transform((text) => text === 'true' || text === '1'), z.number().transform((value) => value !== 0)]);
