import { z } from '../shared/schema';
import { isObject } from '../shared/text/isObject';
import type { Answer, Call } from '../shared/transport/call';
import type { Failure } from '../shared/transport/failure';

const VENDOR = 'CleverTap';

const text = z.coerce.string().catch('');

/** `{status: "fail", error, code}`, also under HTTP 200. */
const envelope = z.object({ status: text.default(''), error: text.default(''), message: text.default(''), code: z.coerce.number().optional().catch(undefined), unprocessed: z.array(z.unknown()).optional().catch(undefined) });

interface Told {
	failed: boolean;
	message: string;
	code: number | undefined;
}

/** What CleverTap itself says; undefined where the answer is not its JSON. */
function told({ body }: Pick<Answer, 'body'>): Told | undefined {
	if (!isObject(body)) return undefined;
	const { status, error, message, code, unprocessed = [] } = envelope.parse(body);
	// An upload of which no record was taken says "fail" as well, with each record's own error: those belong to the items.
	return { failed: status.toLowerCase() === 'fail' && unprocessed.length === 0, message: error || message, code };
}

/** Not a range: 509 to 555 are codes of records, no statuses. */
const HTTP_ERRORS = [400, 401, 403, 404, 405, 409, 413, 429, 500, 502, 503, 504];

const isHttpError = (code: number | undefined): code is number => code !== undefined && HTTP_ERRORS.includes(code);

const CROWDED = /too many (concurrent )?requests/i;

/** A failure under HTTP 200 stands for the status in its code. */
export function statusOf(answer: Answer): number {
	const said = told(answer);
	if (answer.status >= 300 || said === undefined || !said.failed) return answer.status;
	if (CROWDED.test(said.message)) return 429;
	return isHttpError(said.code) ? said.code : 400;
}

type Meaning = Pick<Failure, 'class' | 'fix'>;

function meaningOf(status: number): Meaning {
	switch (status) {
		case 401:
			return {
				class: 'unauthorized',
				fix: 'Check region, Project ID and passcode of the CleverTap credential against Settings > Project. A right passcode at the host of another region is answered in the same way: the address of the dashboard names the region. The SDK token is not the passcode.',
			};
		case 403:
			return { class: 'forbidden', fix: 'The account or this passcode may not use this API: look at the passcode in Settings > Project > Passcode, or ask CleverTap to switch the API on.' };
		case 404:
			return { class: 'notFound', fix: 'Check the ID in this item; if every call says so, check the region in the CleverTap credential.' };
		case 409:
			return { class: 'conflict', fix: 'CleverTap cannot do this in the present state of the campaign: look at its status in the dashboard, and try again later.' };
		case 429:
			return { class: 'rateLimited', fix: 'CleverTap takes 15 uploads and 3 calls of any other API at once for the whole account; other systems and workflows count too. Run fewer of them at the same time, or raise "Longest Wait" in the connection options.' };
		default:
			return status >= 500 ? { class: 'unavailable', fix: 'Try again later.' } : { class: 'invalidInput', fix: 'Correct the fields of this item after CleverTap\'s message.' };
	}
}

const READS = /^\/1\/(profile|profiles|events|now|counts\/|message\/report|targets\/(list|result))/;

const isRead = ({ method, path }: Call): boolean => method === 'GET' || READS.test(path);

/** 200 with nothing, or with a page: the wrong host, a wrong path, or a proxy. */
function notCleverTaps({ body, status }: Answer, call: Call): Failure {
	const failure = { vendor: VENDOR, status };
	const fix = 'Check the region, or the API host, in the CleverTap credential; it looks like https://eu1.api.clevertap.com.';
	if (body === '' || body === undefined || body === null) {
		return { ...failure, class: 'notFound', message: `${VENDOR} answered ${status} with nothing, as its hosts do for a path that they do not know`, fix };
	}
	const message = 'The answer is no JSON of CleverTap\'s; something else answers in its place';
	return isRead(call) ? { ...failure, class: 'unavailable', message, fix } : { ...failure, class: 'unknownOutcome', message, fix: `${fix} Then look in CleverTap whether it happened before you send this item again.` };
}

export function classify(answer: Answer, call: Call): Failure | undefined {
	const said = told(answer);
	if (answer.status < 300) {
		if (said === undefined) return notCleverTaps(answer, call);
		if (!said.failed) return undefined;
	}
	const code = said?.code === undefined ? undefined : String(said.code);
	return { vendor: VENDOR, status: answer.status, code, message: `${VENDOR}: ${said?.message || `HTTP ${answer.status}`}`, ...meaningOf(statusOf(answer)) };
}
