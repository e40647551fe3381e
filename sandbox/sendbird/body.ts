import type { FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { jsonBody } from '../core/vendor';
import { SendbirdError, invalid, missing, type ErrorCode } from './errors';
import { RULES } from './rules';

export interface UploadedFile {
	/** Of the form field. */
	field: string;
	name: string;
	type: string;
	bytes: Buffer;
}

export interface ReadBody {
	fields: unknown;
	files: UploadedFile[];
}

const STRUCTURED = /^(true|false|\s*[[{].*)$/s;

/** A form has only texts: switches, lists and objects are read from theirs. */
function fromForm(text: string): unknown {
	if (!STRUCTURED.test(text)) return text;
	try {
		return JSON.parse(text);
	} catch {
		return text;
	}
}

async function multipart(request: FastifyRequest, type: string): Promise<ReadBody> {
	const form = await new Response(new Uint8Array(request.rawBody), { headers: { 'content-type': type } }).formData();
	const fields: Record<string, unknown> = {};
	const files: UploadedFile[] = [];
	for (const [field, value] of form) {
		if (typeof value === 'string') fields[field] = fromForm(value);
		else files.push({ field, name: value.name, type: value.type, bytes: Buffer.from(await value.arrayBuffer()) });
	}
	return { fields, files };
}

/** JSON, or a form with files. Broken JSON is 400403. */
export async function readBody(request: FastifyRequest): Promise<ReadBody> {
	const type = request.headers['content-type'] ?? '';
	if (/^multipart\/form-data/i.test(type)) {
		const read = await multipart(request, type).catch(() => undefined);
		if (read === undefined) throw new SendbirdError('400403', RULES.badJson, 'The multipart body cannot be read.');
		return read;
	}
	const fields = jsonBody(request);
	if (fields === undefined) throw new SendbirdError('400403', RULES.badJson);
	return { fields, files: [] };
}

const TYPE_CODES: Record<string, ErrorCode> = { string: '400100', number: '400101', array: '400102', object: '400103', boolean: '400104' };

/** The parameters in this shape, or Sendbird's code for what is wrong with them. */
export function parse<Schema extends z.ZodTypeAny>(schema: Schema, input: unknown): z.output<Schema> {
	const parsed = schema.safeParse(input);
	if (parsed.success) return parsed.data;
	const [issue] = parsed.error.issues;
	const name = issue.path.join('.') || 'body';
	if (issue.code !== 'invalid_type') throw invalid(`Invalid value: "${name}". ${issue.message}`);
	if (issue.received === 'undefined') throw missing(name);
	const code = TYPE_CODES[issue.expected];
	if (code === undefined) throw invalid(`Invalid value: "${name}". ${issue.message}`);
	throw new SendbirdError(code, RULES.wrongType, `"${name}" must be ${issue.expected === 'array' ? 'a list' : issue.expected === 'object' ? 'JSON' : `a ${issue.expected}`}.`);
}
