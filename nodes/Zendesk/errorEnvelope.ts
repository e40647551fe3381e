import { z } from '../shared/schema';
import type { Answer } from '../shared/transport/call';

const detail = z.object({ description: z.string().optional(), error: z.string().optional() }).passthrough();

/** Zendesk's four shapes of an error body, read into one. */
const envelope = z
	.object({
		error: z.union([z.string(), z.object({ title: z.string().optional(), message: z.string().optional() })]).optional(),
		description: z.string().optional(),
		error_description: z.string().optional(),
		message: z.string().optional(),
		details: z.record(z.array(detail)).optional(),
		errors: z.array(z.object({ code: z.string().optional(), title: z.string().optional(), detail: z.string().optional() })).optional(),
	})
	.passthrough();

export interface ZendeskError {
	code?: string;
	message: string;
	/** Field → what is wrong with it; Zendesk names the field by the key. */
	details: Record<string, string>;
}

export function readError({ body, status }: Answer): ZendeskError {
	const parsed = envelope.safeParse(body);
	if (!parsed.success) return { message: `HTTP ${status}`, details: {} };
	const { error, description, error_description, message, details = {}, errors = [] } = parsed.data;
	const lines = Object.entries(details).map(([field, problems]): [string, string] => [
		field,
		problems.map((problem) => problem.description ?? problem.error ?? '').join('; '),
	]);
	const said =
		typeof error === 'object'
			? [error.title, error.message]
			: [error_description ?? description ?? message, ...lines.map(([, text]) => text), ...errors.map(({ title, detail: more }) => [title, more].filter(Boolean).join(': '))];
	const text = said.filter(Boolean).join('. ');
	return {
		code: typeof error === 'string' ? error : errors[0]?.code,
		message: text !== '' ? text : typeof error === 'string' ? error : `HTTP ${status}`,
		details: Object.fromEntries(lines),
	};
}
