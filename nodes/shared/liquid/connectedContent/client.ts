import { LiquidFault, MessageAborted } from '../errors';
import type { HttpAnswer, HttpRequest } from '../render/renderRequest';
import type { RenderState } from '../render/renderState';

const RETRIES = 5;

type Send = (request: HttpRequest) => Promise<HttpAnswer>;

/** What came of one call: an answer, or the reason why nothing is inserted. */
interface Outcome {
	answer?: HttpAnswer;
	failure?: string;
}

/** Whether asking again may help: nothing came, too slow, too many requests, or the host is broken. */
function mayRetry({ answer }: Outcome): boolean {
	return !answer || answer.status >= 500 || answer.status === 429 || answer.status === 408;
}

async function once(send: Send, request: HttpRequest): Promise<Outcome> {
	const begin = Date.now();
	try {
		const answer = await send(request);
		if (Date.now() - begin > request.timeout) return { failure: `took more than ${request.timeout} ms` };
		if (Buffer.byteLength(answer.body, 'utf8') > request.maxBytes) {
			return { failure: 'was answered with more than 1 MB', answer: { ...answer, status: 413 } };
		}
		const ok = answer.status >= 200 && answer.status <= 299;
		return ok ? { answer } : { answer, failure: `was answered ${answer.status}` };
	} catch (error) {
		return { failure: `failed (${error instanceof Error ? error.message : String(error)})` };
	}
}

async function withRetries(send: Send, request: HttpRequest, retries: number): Promise<Outcome> {
	let outcome = await once(send, request);
	for (let left = retries; left > 0 && mayRetry(outcome); left--) outcome = await once(send, request);
	return outcome;
}

export interface CallPolicy {
	/** `:retry`: up to five more tries (without a pause here), then the message is aborted. */
	retry: boolean;
	/** GETs by default; POSTs only with `:cache_max_age`. Kept for one render: the vendor's shared cache would leak here. */
	cache: boolean;
}

/** Makes the calls of one render. */
export class ConnectedContentClient {
	private calls = 0;

	constructor(private readonly state: RenderState) {}

	/** The answer, when its status is 2xx; else undefined: Braze then renders nothing. */
	call(request: HttpRequest, { retry, cache }: CallPolicy): HttpAnswer | undefined {
		const { options, limits } = this.state.request;
		const { http: send } = options;
		if (!send) {
			throw new LiquidFault('connected_content is switched off', 'Allow it in the settings of this render, and only for templates you trust.');
		}
		if (++this.calls > limits.httpCalls) {
			throw new LiquidFault(`More than ${limits.httpCalls} connected_content calls`, 'Make fewer calls, or raise the limit httpCalls.');
		}
		const { method, url, headers, body } = request;
		const key = `call ${cache ? '' : this.calls} ${JSON.stringify([method, url, headers, body])}`;
		const outcome = this.state.waits.get(key, () => withRetries(send, request, retry ? RETRIES : 0));
		if (retry && mayRetry(outcome)) throw new MessageAborted(`connected_content failed after ${RETRIES} retries`);
		if (outcome.failure === undefined) return outcome.answer;
		this.state.warn(`connected_content ${url} ${outcome.failure}; it renders empty`);
		return undefined;
	}
}
