import { LiquidFault, MessageAborted } from '../errors';
import type { HttpAnswer, HttpRequest, RenderRequest } from '../render/renderRequest';

const RETRIES = 5;

/** Whether asking again may help: nothing came, too slow, too many requests, or the host is broken. */
function mayRetry(answer: HttpAnswer | undefined): boolean {
	return !answer || answer.status >= 500 || answer.status === 429 || answer.status === 408;
}

export interface CallPolicy {
	/** `:retry`: up to five more tries (without a pause here), then the message is aborted. */
	retry: boolean;
	/** GETs by default; POSTs only with `:cache_max_age`. Kept for one render: the vendor's shared cache would leak here. */
	cache: boolean;
}

/** Makes the calls of one render. */
export class ConnectedContentClient {
	private readonly answers = new Map<string, HttpAnswer>();
	private calls = 0;

	constructor(
		private readonly request: RenderRequest,
		private readonly warn: (text: string) => void,
	) {}

	/** The answer with a 2xx status, or undefined: Braze then renders nothing. */
	async call(request: HttpRequest, policy: CallPolicy): Promise<HttpAnswer | undefined> {
		const key = JSON.stringify([request.method, request.url, request.headers, request.body]);
		const known = policy.cache ? this.answers.get(key) : undefined;
		if (known) return known;
		let answer = await this.once(request);
		for (let left = RETRIES; policy.retry && mayRetry(answer) && left > 0; left--) answer = await this.once(request);
		if (policy.retry && mayRetry(answer)) throw new MessageAborted(`connected_content failed after ${RETRIES} retries`);
		if (!answer || answer.status < 200 || answer.status > 299) {
			if (answer) this.warn(`connected_content ${request.url} was answered ${answer.status}; it renders empty`);
			return undefined;
		}
		if (policy.cache) this.answers.set(key, answer);
		return answer;
	}

	private async once(request: HttpRequest): Promise<HttpAnswer | undefined> {
		const { http, limits } = this.request;
		if (!http) {
			throw new LiquidFault('connected_content is switched off', 'Allow it in the settings of this render, and only for templates you trust.');
		}
		if (++this.calls > limits.httpCalls) {
			throw new LiquidFault(`More than ${limits.httpCalls} connected_content calls`, 'Make fewer calls, or raise the limit httpCalls.');
		}
		const begin = Date.now();
		const answer = await http(request).catch((error: unknown) => {
			this.warn(`connected_content ${request.url} failed: ${error instanceof Error ? error.message : String(error)}`);
			return undefined;
		});
		if (!answer) return undefined;
		if (Date.now() - begin > request.timeout) {
			this.warn(`connected_content ${request.url} took more than ${request.timeout} ms; it renders empty`);
			return undefined;
		}
		if (Buffer.byteLength(answer.body, 'utf8') > request.maxBytes) {
			this.warn(`connected_content ${request.url} was answered with more than 1 MB; it renders empty`);
			return { ...answer, status: 413, body: '' };
		}
		return answer;
	}
}
