import type { IWebhookFunctions } from 'n8n-workflow';

/** n8n keeps the bytes beside Express's request, for content types that it parses. */
interface RawRequest {
	rawBody?: Buffer;
	readRawBody?: () => Promise<void>;
}

/** The body's bytes exactly as they came; signatures hold for nothing else. */
export async function rawBody(context: IWebhookFunctions): Promise<Buffer> {
	const request = context.getRequestObject() as unknown as RawRequest;
	// Content types that n8n does not parse are read on demand.
	if (request.rawBody === undefined) await request.readRawBody?.();
	return request.rawBody ?? Buffer.alloc(0);
}

/** A header's value, the first where it was sent more than once. Header names come in lower case. */
export function header(context: IWebhookFunctions, name: string): string | undefined {
	const headers: Record<string, unknown> = context.getHeaderData();
	const value = headers[name.toLowerCase()];
	const first: unknown = Array.isArray(value) ? value[0] : value;
	return typeof first === 'string' ? first : undefined;
}
