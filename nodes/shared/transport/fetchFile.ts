import type { IExecuteFunctions } from 'n8n-workflow';

export interface FileRequest {
	url: string;
	/** ms for all of it, body included. */
	timeout: number;
	mostBytes: number;
}

export interface FileAnswer {
	status: number;
	/** Names in lower case. */
	headers: Record<string, string>;
	/** Undefined where the file is larger than allowed: it is not read to its end. */
	bytes: Buffer | undefined;
}

export type FetchFile = (request: FileRequest) => Promise<FileAnswer>;

/** The whole of a stream, or undefined as soon as it is longer than `most`; leaving the loop closes it. */
async function readUpTo(stream: AsyncIterable<Buffer>, most: number): Promise<Buffer | undefined> {
	const chunks: Buffer[] = [];
	let size = 0;
	for await (const chunk of stream) {
		size += chunk.length;
		if (size > most) return undefined;
		chunks.push(chunk);
	}
	return Buffer.concat(chunks);
}

/** GETs a file through n8n's own helper, so that n8n's proxy and SSRF settings hold. Redirects are not followed: whoever asks checks each address. */
export const fileFetcher =
	(context: IExecuteFunctions): FetchFile =>
	async ({ url, timeout, mostBytes }) => {
		const raw = (await context.helpers.httpRequest({
			method: 'GET',
			url,
			encoding: 'stream',
			json: false,
			timeout,
			// The helper's own timeout ends with the headers; a body that stalls must end, too.
			abortSignal: AbortSignal.timeout(timeout),
			returnFullResponse: true,
			ignoreHttpStatusErrors: true,
			disableFollowRedirect: true,
		})) as { statusCode: number; headers: Record<string, unknown>; body: AsyncIterable<Buffer> };
		const headers = Object.fromEntries(Object.entries(raw.headers).map(([name, value]): [string, string] => [name.toLowerCase(), String(value)]));
		return { status: raw.statusCode, headers, bytes: await readUpTo(raw.body, mostBytes) };
	};
