import { sleep, type IHttpRequestOptions } from 'n8n-workflow';
import type { Answer, Call, RetryPolicy } from './call';
import { FailureError, type Failure } from './failure';
import { fileFetcher, type FetchFile } from './fetchFile';
import type { NetworkContext } from './networkContext';
import { readThrown, type ThrownCall } from './networkError';
import { optionalCredential, type OptionalCredential } from './optionalCredential';
import { plainHttp, type PlainHttp } from './plainHttp';
import { isUnknown, mayRepeat, waitBefore, type TryEnd } from './retry';
import { secretRemover } from './secrets';
import { credentialOf, type Vendor } from './vendor';

export interface DoorSettings {
	/** ms; all waits of one call together stay below it. */
	longestWaitMs: number;
	/** ms we wait for one answer; the vendor's usual patience when absent. */
	timeoutMs?: number;
}

export type Attempt = { ok: true; answer: Answer } | { ok: false; failure: Failure };

/** The one door to a vendor's network: signs in, waits as the vendor asks, repeats only what is safe, and names what went wrong. */
export interface Door {
	/** Throws {@link FailureError} for anything but success. */
	send(call: Call, retry: RetryPolicy): Promise<Answer>;
	/** As `send`, with the failure as a value, for callers that know what to do about it. */
	attempt(call: Call, retry: RetryPolicy): Promise<Attempt>;
	/** A call to any other address, without the vendor's credential; there while a node runs. */
	readonly plain?: PlainHttp;
	/** A file of any other address, without the vendor's credential; there while a node runs. */
	readonly fetchFile?: FetchFile;
	readonly optionalCredential?: OptionalCredential;
	readonly parallel: number;
	readonly vendorName: string;
	/** See {@link Vendor.account}. */
	readonly account?: Readonly<Record<string, string>>;
}

export const DEFAULT_LONGEST_WAIT_MS = 60_000;

const noAddress = (vendor: string, baseUrl: string): Failure => ({
	class: 'unavailable',
	vendor,
	message: `"${baseUrl}" is no web address, so ${vendor} was not asked`,
	fix: `Correct the host in the ${vendor} credential; it begins with https://.`,
});

/** An id that the credential does not hold. */
const noId = (vendor: string, name: string): Failure => ({
	class: 'invalidInput',
	vendor,
	message: `The ${vendor} credential holds no ${name} ID, which this call needs`,
	fix: `Open the ${vendor} credential in n8n and fill in the ${name} ID.`,
});

const NAMED_ID = /\{(\w+)\}/g;

/** A call's body as bytes, and the header that says what they are. */
interface Sent {
	body?: Buffer;
	headers?: Record<string, string>;
}

/** JSON is written here, as bytes: axios copies an object through and through and parses a text, which for ten thousand targets takes as long as the call. */
function asSent(body: Call['body']): Sent {
	if (body === undefined || Buffer.isBuffer(body)) return { body };
	return { body: Buffer.from(JSON.stringify(body)), headers: { 'content-type': 'application/json' } };
}

type Try = { end: TryEnd; answer?: Answer; thrown?: ThrownCall };

export async function openDoor(
	context: NetworkContext,
	vendor: Vendor,
	settings: DoorSettings = { longestWaitMs: DEFAULT_LONGEST_WAIT_MS },
): Promise<Door> {
	const credential = credentialOf(vendor, context.getNode());
	const credentials = await context.getCredentials(credential);
	const baseUrl = vendor.baseUrl(credentials).replace(/\/+$/, '');
	const account = vendor.account?.(credentials) ?? {};
	const ownHeaders: Record<string, string> = vendor.isOverridden(credentials)
		? { 'x-n8n-execution-id': context.getExecutionId?.() ?? 'none' }
		: {};

	const answered = (answer: Answer): TryEnd => ({ kind: 'answered', status: vendor.statusOf?.(answer) ?? answer.status });

	async function tryOnce(call: Call, sent: Sent): Promise<Try> {
		// A fresh object for each try: n8n's helper signs it in place.
		const options: IHttpRequestOptions = {
			method: call.method,
			url: `${baseUrl}${call.path}`,
			qs: call.query,
			arrayFormat: vendor.arrayFormat,
			headers: { ...ownHeaders, ...sent.headers, ...call.headers },
			body: sent.body,
			json: !Buffer.isBuffer(call.body),
			returnFullResponse: true,
			// 401 must throw: that is how n8n's OAuth2 helper learns that its token has ended and fetches a new one.
			ignoreHttpStatusErrors: { ignore: true, except: [401] },
			disableFollowRedirect: true,
			timeout: settings.timeoutMs ?? vendor.patienceMs,
		};
		try {
			const raw = (await context.helpers.httpRequestWithAuthentication.call(context, credential, options)) as {
				statusCode: number;
				headers: Record<string, unknown>;
				body: unknown;
			};
			const headers = Object.fromEntries(Object.entries(raw.headers).map(([name, value]) => [name.toLowerCase(), String(value)]));
			const answer = { status: raw.statusCode, headers, body: raw.body };
			return { end: answered(answer), answer };
		} catch (error) {
			const thrown = readThrown(error);
			if (thrown.end.kind !== 'answered') return { end: thrown.end, thrown };
			const answer = { status: thrown.end.status, headers: {}, body: thrown.body };
			return { end: answered(answer), answer };
		}
	}

	function failureOf({ end, answer, thrown }: Try, call: Call, retry: RetryPolicy): Failure | undefined {
		const failure = answer ? vendor.classify(answer, call) : undefined;
		if (answer && failure === undefined) return undefined;
		if (isUnknown(retry, end, vendor)) {
			const how = answer ? `answered ${answer.status}` : `did not answer (${thrown?.code ?? 'connection lost'})`;
			return {
				class: 'unknownOutcome',
				vendor: vendor.name,
				status: answer?.status,
				code: failure?.code ?? thrown?.code,
				message: `${vendor.name} ${how}: whether it acted on ${call.method} ${call.path} is not known`,
				fix: `Look in ${vendor.name} whether it happened before you send this item again.`,
			};
		}
		if (failure) return failure;
		if (thrown?.signInFailed) {
			return {
				class: 'unauthorized',
				vendor: vendor.name,
				code: thrown.code,
				message: thrown.message,
				fix: `Open the ${vendor.name} credential in n8n and check its keys; then test it there.`,
			};
		}
		return {
			class: 'unavailable',
			vendor: vendor.name,
			code: thrown?.code,
			message: `${vendor.name} could not be reached at ${baseUrl}${thrown?.code ? ` (${thrown.code})` : ''}`,
			fix: `Check the host in the ${vendor.name} credential and that n8n can reach it.`,
		};
	}

	async function attempt(asked: Call, retry: RetryPolicy): Promise<Attempt> {
		if (!/^https?:\/\/[^/\s]/i.test(baseUrl)) return { ok: false, failure: noAddress(vendor.name, baseUrl) };
		const missing = [...asked.path.matchAll(NAMED_ID)].find(([, name]) => !account[name]);
		if (missing) return { ok: false, failure: noId(vendor.name, missing[1]) };
		const call = { ...asked, path: asked.path.replace(NAMED_ID, (_, name: string) => encodeURIComponent(account[name])) };
		const sent = asSent(call.body);
		let budgetMs = settings.longestWaitMs;
		for (let next = 2; ; next++) {
			const tried = await tryOnce(call, sent);
			const failure = failureOf(tried, call, retry);
			if (failure === undefined && tried.answer) return { ok: true, answer: tried.answer };
			const vendorWait = tried.answer && vendor.waitMs(tried.answer);
			const repeat = tried.thrown?.final !== true && mayRepeat(retry, tried.end, vendor);
			const wait = repeat ? waitBefore(next, vendorWait, budgetMs, Math.random) : undefined;
			if (wait === undefined && failure) {
				const retryAfter = vendorWait === undefined ? failure.retryAfter : Math.ceil(vendorWait / 1000);
				// Read anew: n8n may have fetched a token since the door was opened.
				const now = await context.getCredentials(credential);
				const clean = secretRemover(now);
				const told = vendor.explain?.(failure, call, now) ?? failure;
				const code = told.code === undefined ? undefined : clean(told.code);
				return { ok: false, failure: { ...told, code, message: clean(told.message), fix: clean(told.fix), retryAfter } };
			}
			budgetMs -= wait ?? 0;
			await sleep(wait ?? 0);
		}
	}

	return {
		parallel: vendor.parallel,
		vendorName: vendor.name,
		account,
		plain: 'getExecutionCancelSignal' in context ? plainHttp(context) : undefined,
		fetchFile: 'getExecutionCancelSignal' in context ? fileFetcher(context) : undefined,
		optionalCredential: optionalCredential(context),
		attempt,
		async send(call, retry) {
			const result = await attempt(call, retry);
			if (!result.ok) throw new FailureError(result.failure);
			return result.answer;
		},
	};
}
