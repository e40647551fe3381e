import type { Answer } from '../shared/transport/call';
import type { Failure } from '../shared/transport/failure';
import type { Vendor } from '../shared/transport/vendor';
import { classify, statusOf } from './errorEnvelope';

export const NAME = 'CleverTap';

/** A pasted host may end in a slash or in the version, which our paths hold already. */
const bare = (baseUrl: unknown): string => String(baseUrl ?? '').trim().replace(/\/+$/, '').replace(/\/\d+$/, '');

function baseUrl({ region, baseUrl: typed }: Record<string, unknown>): string {
	if (region === 'custom') return bare(typed);
	return region === 'bare' ? 'https://api.clevertap.com' : `https://${String(region)}.api.clevertap.com`;
}

/** CleverTap asks for no wait; a proxy before it may. */
function waitMs(answer: Answer): number | undefined {
	const seconds = Number(answer.headers['retry-after'] ?? NaN);
	return statusOf(answer) === 429 && Number.isFinite(seconds) && seconds >= 0 ? seconds * 1000 : undefined;
}

/** A wrong host looks like a wrong passcode, or like an empty success: so the host is named where it may be the reason. */
function explain(failure: Failure, credentials: Record<string, unknown>): Failure {
	const mayBeTheHost = failure.status === 401 || (failure.status !== undefined && failure.status < 300 && failure.class !== 'invalidInput');
	return mayBeTheHost ? { ...failure, message: `${failure.message} (asked at ${baseUrl(credentials)})` } : failure;
}

/** Calls at once for the whole account: of uploads, and of nearly every other API. https://developer.clevertap.com/docs/api-request-limit */
export const UPLOADS_AT_ONCE = 15;
export const CALLS_AT_ONCE = 3;

export const cleverTap: Vendor = {
	name: NAME,
	credential: 'cleverTapMessagingApi',
	baseUrl,
	isOverridden: ({ region }) => region === 'custom',
	classify,
	statusOf,
	explain: (failure, _call, credentials) => explain(failure, credentials),
	waitMs,
	// CleverTap does not say that 502 or 503 did nothing.
	nothingHappenedAt: [429],
	patienceMs: 30_000,
	parallel: CALLS_AT_ONCE,
};
