import type { IExecuteFunctions, IHttpRequestMethods } from 'n8n-workflow';

/** A call to any address, without a credential of ours. */
export interface PlainRequest {
	method: IHttpRequestMethods;
	url: string;
	headers: Record<string, string>;
	body?: string;
	/** ms. */
	timeout: number;
}

export interface PlainAnswer {
	status: number;
	headers: Record<string, string>;
	body: string;
}

export type PlainHttp = (request: PlainRequest) => Promise<PlainAnswer>;

/** Through n8n's own helper, so that n8n's proxy and SSRF settings hold. Redirects are not followed. */
export const plainHttp =
	(context: IExecuteFunctions): PlainHttp =>
	async ({ method, url, headers, body, timeout }) => {
		const raw = (await context.helpers.httpRequest({
			method,
			url,
			headers,
			body,
			timeout,
			encoding: 'text',
			json: false,
			returnFullResponse: true,
			ignoreHttpStatusErrors: true,
			disableFollowRedirect: true,
		})) as { statusCode: number; headers: Record<string, unknown>; body: unknown };
		const named = Object.entries(raw.headers).map(([name, value]): [string, string] => [name.toLowerCase(), String(value)]);
		return { status: raw.statusCode, headers: Object.fromEntries(named), body: String(raw.body ?? '') };
	};
