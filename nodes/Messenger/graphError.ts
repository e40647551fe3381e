import { z } from '../shared/schema';
import type { Answer } from '../shared/transport/call';
import { ruleFor, type ErrorRule } from './errorCodes';

const envelope = z.object({
	error: z.object({
		code: z.coerce.number(),
		error_subcode: z.coerce.number().optional(),
		message: z.string().default(''),
		error_user_msg: z.string().optional(),
		is_transient: z.boolean().optional(),
		fbtrace_id: z.string().optional(),
	}),
});

export interface GraphError {
	/** `190` or `190/460`. */
	code: string;
	message: string;
	/** Meta's word that the trouble passes, for codes that no rule knows. */
	isTransient: boolean;
	rule: ErrorRule | undefined;
}

/** Graph's error, whatever the HTTP status; undefined where the body holds none. */
export function readGraphError({ body }: Answer): GraphError | undefined {
	const parsed = envelope.safeParse(body);
	if (!parsed.success) return undefined;
	const { code, error_subcode: subcode, message, error_user_msg: userMessage, is_transient: isTransient, fbtrace_id: trace } = parsed.data.error;
	const texts = [message, userMessage].filter(Boolean).join(' ');
	return {
		code: subcode === undefined ? String(code) : `${code}/${subcode}`,
		message: trace === undefined ? texts : `${texts} (fbtrace_id ${trace})`,
		isTransient: isTransient ?? false,
		rule: ruleFor(code, subcode),
	};
}
