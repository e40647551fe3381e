import { z } from '../shared/schema';
import type { Answer } from '../shared/transport/call';
import type { Failure } from '../shared/transport/failure';
import { BAD_TOKEN, meaningOf, meaningOfStatus, NO_PERMISSION, type CodeMeaning } from './errorCodes';

/** `{"error": true, "code": 400301, "message": "…"}`, with any HTTP status. */
const envelope = z.object({ error: z.union([z.literal(true), z.literal('true')]), code: z.coerce.string().default(''), message: z.string().default('') });

export interface SendbirdError {
	code: string;
	message: string;
}

/** Sendbird's error, whatever the HTTP status; undefined where the body holds none. */
export function readError({ body }: Pick<Answer, 'body'>): SendbirdError | undefined {
	const parsed = envelope.safeParse(body);
	return parsed.success ? { code: parsed.data.code, message: parsed.data.message } : undefined;
}

/** 429 and 5xx are told by the status; all else by the code. */
export function statusOf(answer: Answer): number {
	const error = readError(answer);
	if (error === undefined || answer.status === 429 || answer.status >= 500) return answer.status;
	if (error.code === '500910') return 429;
	return /^5\d{5}$/.test(error.code) ? 500 : Math.max(answer.status, 400);
}

/** The reader of answers for one of the two hosts; `badToken` says where its token is found. */
export function classifier(vendor: string, badToken: string): (answer: Answer) => Failure | undefined {
	function meaning(answer: Answer, error: SendbirdError): CodeMeaning {
		if (answer.status === 429) return meaningOfStatus(429);
		if (error.code === BAD_TOKEN) return { class: 'unauthorized', fix: badToken };
		if (error.code === NO_PERMISSION) return { class: 'forbidden', fix: `${badToken} Where the token is right, the application is not available: see its state and plan in the Dashboard.` };
		return meaningOf(error.code) ?? meaningOfStatus(statusOf(answer));
	}

	return (answer) => {
		const error = readError(answer);
		if (error) {
			const { code, message } = error;
			return { vendor, status: answer.status, code: code || undefined, message: `${vendor}: ${message || `HTTP ${answer.status}`}`, ...meaning(answer, error) };
		}
		if (answer.status >= 200 && answer.status < 300) return undefined;
		const told = meaningOfStatus(answer.status);
		return { vendor, status: answer.status, message: `${vendor}: HTTP ${answer.status}`, ...told, fix: told.class === 'unauthorized' ? badToken : told.fix };
	};
}
