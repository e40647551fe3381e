import { LiquidFault } from '../errors';
import type { HttpRequest, RenderOptions } from '../render/renderRequest';
import { checkUrl } from './urlPolicy';

const TIMEOUT_MS = 2_000;
const MAX_BYTES = 1_048_576;
const JSON_TYPE = 'application/json';
const FORM_TYPE = 'application/x-www-form-urlencoded';

/** What the caller of a render allows its calls. */
type Allowed = Pick<RenderOptions, 'allowedPrivateHosts' | 'basicAuth' | 'authCredentials'>;

/** The rendered options of one tag. */
export interface CallOptions {
	url: string;
	method?: string;
	headers?: string;
	body?: string;
	contentType?: string;
	basicAuth?: string;
	authCredentials?: string;
}

function readMethod(text: string | undefined): 'GET' | 'POST' {
	const method = (text ?? 'get').toUpperCase();
	if (method === 'GET' || method === 'POST') return method;
	throw new LiquidFault(`connected_content has no method "${text}"`, 'Use :method get or :method post.');
}

function readHeaders(text: string | undefined): Record<string, string> {
	if (text === undefined) return {};
	try {
		const parsed: unknown = JSON.parse(text);
		if (typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed)) {
			return Object.fromEntries(Object.entries(parsed).map(([name, value]) => [name, String(value)]));
		}
	} catch {
		// Told below, in the author's words.
	}
	throw new LiquidFault('The :headers of connected_content are no JSON object', 'Write :headers {"Name": "value"}, and escape values with | json_escape.');
}

function refuseOtherHost(name: string, domain: string | undefined, { hostname }: URL): void {
	if (domain === undefined || domain === hostname) return;
	throw new LiquidFault(`The credential "${name}" is not meant for ${hostname}`, `Call ${domain}, or use another credential.`);
}

function basicAuthHeader(name: string, options: Allowed, url: URL): Record<string, string> {
	const known = options.basicAuth && Object.hasOwn(options.basicAuth, name) ? options.basicAuth[name] : undefined;
	if (!known) throw new LiquidFault(`There is no basic auth credential "${name}"`, 'Give a credential of this name, or correct :basic_auth.');
	refuseOtherHost(name, known.domain, url);
	return { Authorization: `Basic ${Buffer.from(`${known.username}:${known.password}`, 'utf8').toString('base64')}` };
}

function tokenHeaders(name: string, options: Allowed, url: URL): Record<string, string> {
	const known = options.authCredentials && Object.hasOwn(options.authCredentials, name) ? options.authCredentials[name] : undefined;
	if (!known) throw new LiquidFault(`There is no token credential "${name}"`, 'Give a credential of this name, or correct :auth_credentials.');
	refuseOtherHost(name, known.domain, url);
	return known.headers;
}

/** `a=1&b=2` becomes `{"a":"1","b":"2"}` when the content type is JSON; a JSON body stays as written. */
function encodeBody(body: string, contentType: string): string {
	if (!contentType.toLowerCase().startsWith(JSON_TYPE) || /^\s*[[{"]/.test(body) || !body.includes('=')) return body;
	const pairs = body.split('&').map((pair) => {
		const at = pair.indexOf('=');
		return at < 0 ? [pair, ''] : [pair.slice(0, at), pair.slice(at + 1)];
	});
	return JSON.stringify(Object.fromEntries(pairs));
}

function header(headers: Record<string, string>, name: string): string | undefined {
	return Object.entries(headers).find(([key]) => key.toLowerCase() === name)?.[1];
}

/** The request a tag stands for; refused URLs and missing credentials are errors. */
export function buildRequest(call: CallOptions, options: Allowed): HttpRequest {
	const method = readMethod(call.method);
	const url = checkUrl(call.url, options.allowedPrivateHosts ?? []);
	const own = readHeaders(call.headers);
	const contentType = call.contentType ?? header(own, 'content-type') ?? (method === 'POST' ? FORM_TYPE : JSON_TYPE);
	const named = new Set(Object.keys(own).map((name) => name.toLowerCase()));
	const defaults = Object.entries({ 'Content-Type': contentType, Accept: call.contentType ?? '*/*' }).filter(([name]) => !named.has(name.toLowerCase()));
	return {
		method,
		url: url.href,
		headers: {
			...Object.fromEntries(defaults),
			...own,
			...(call.basicAuth === undefined ? {} : basicAuthHeader(call.basicAuth, options, url)),
			...(call.authCredentials === undefined ? {} : tokenHeaders(call.authCredentials, options, url)),
		},
		...(call.body === undefined || method === 'GET' ? {} : { body: encodeBody(call.body, contentType) }),
		timeout: TIMEOUT_MS,
		maxBytes: MAX_BYTES,
		followRedirects: false,
	};
}
