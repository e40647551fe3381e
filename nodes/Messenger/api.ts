import { z } from '../shared/schema';
import type { Answer, Call } from '../shared/transport/call';
import type { Failure } from '../shared/transport/failure';
import type { Vendor } from '../shared/transport/vendor';
import { readGraphError, type GraphError } from './graphError';
import { permissionFor } from './permissions';

export const NAME = 'Facebook Messenger';

const HOST = 'https://graph.facebook.com';

/** Meta names minutes only where it keeps score for the Page; without them it asks to stay away "for minutes". */
const THROTTLED_MS = 5 * 60_000;

/** `{"<page or business id>": [{"type": "messenger", "estimated_time_to_regain_access": 12}]}`, in minutes. */
const usage = z.record(z.array(z.object({ estimated_time_to_regain_access: z.coerce.number().optional() })));

function regainMs({ headers }: Answer): number {
	try {
		const entries = Object.values(usage.parse(JSON.parse(headers['x-business-use-case-usage']))).flat();
		return Math.max(0, ...entries.map((entry) => entry.estimated_time_to_regain_access ?? 0)) * 60_000;
	} catch {
		return 0;
	}
}

type Told = Pick<Failure, 'class' | 'fix'>;

function tellError({ rule, message, isTransient }: GraphError, call: Call): Told {
	if (/appsecret_proof/i.test(message)) return { class: 'unauthorized', fix: 'Copy the App Secret of the app that made the token into the credential (App Dashboard > App Settings > Basic).' };
	if (rule === undefined) {
		return isTransient ? { class: 'unavailable', fix: 'Try again in some minutes.' } : { class: 'invalidInput', fix: 'Look the code up in Meta\'s error reference, and correct what it names.' };
	}
	const missing = rule.class === 'forbidden' && rule.subcode === undefined ? permissionFor(call, message) : undefined;
	return { class: rule.class, fix: missing === undefined ? rule.fix : `The token seems to lack ${missing}. ${rule.fix}` };
}

/** An answer without Graph's error body came from something before Graph, so here the status is all there is. */
function tellStatus({ status }: Answer): Told {
	if (status === 429) return { class: 'rateLimited', fix: 'Wait before the next call.' };
	if (status >= 500) return { class: 'unavailable', fix: 'Try again later; metastatus.com tells of outages.' };
	return { class: status === 404 ? 'notFound' : 'invalidInput', fix: 'This was not Graph: check the Base URL and the Graph API Version of the credential.' };
}

export function classify(answer: Answer, call: Call): Failure | undefined {
	const error = readGraphError(answer);
	if (error) return { vendor: NAME, status: answer.status, code: error.code, message: `Messenger: ${error.message}`, ...tellError(error, call) };
	if (answer.status >= 200 && answer.status < 300) return undefined;
	return { vendor: NAME, status: answer.status, message: `Messenger: HTTP ${answer.status}`, ...tellStatus(answer) };
}

/** The status the code stands for, since the one on the wire may be 200, 400, 403 or 500 for the same thing. */
function statusOf(answer: Answer): number {
	const error = readGraphError(answer);
	if (error === undefined) return answer.status;
	if (error.rule?.again === 'afterAWait') return 429;
	if (error.rule) return error.rule.again === 'ifSafe' ? 500 : 400;
	return error.isTransient || answer.status >= 500 ? 500 : 400;
}

export const messenger: Vendor = {
	name: NAME,
	credential: 'messengerPageApi',
	baseUrl: ({ baseUrl, graphVersion }) => `${(baseUrl ? String(baseUrl) : HOST).replace(/\/+$/, '')}/${String(graphVersion)}`,
	isOverridden: ({ baseUrl }) => Boolean(baseUrl),
	account: ({ pageId, appId, verifyToken }) => ({ page: String(pageId ?? '').trim(), app: String(appId ?? '').trim(), verifyToken: String(verifyToken ?? '') }),
	classify,
	statusOf,
	waitMs: (answer) => (statusOf(answer) === 429 ? regainMs(answer) || THROTTLED_MS : undefined),
	nothingHappenedAt: [429],
	// Meta fetches an attachment's URL before it answers, a video for up to 75 s.
	patienceMs: 90_000,
	parallel: 4,
};
