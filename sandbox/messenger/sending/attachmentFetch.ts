import type { Rule } from '../../control/types';
import { GraphError, type ErrorName } from '../graph/errors';
import { RULES } from '../rules';
import type { AttachmentType } from '../types';

const MB = 1024 * 1024;

const refusal = (name: ErrorName): GraphError => new GraphError(name, RULES.attachmentFetch);

/** What arrives must be of the kind that was named, and not too large. */
export function checkMedia(type: AttachmentType, contentType: string, bytes: number, byUrl: boolean): void {
	if (type !== 'file' && !contentType.startsWith(`${type}/`)) throw refusal('100/2018047');
	if (bytes > (byUrl && type === 'image' ? 8 : 25) * MB) throw refusal('100/2018109');
}

const isLoopback = ({ hostname }: URL): boolean => ['127.0.0.1', 'localhost', '[::1]'].includes(hostname);

/** Meta fetches the URL while the call waits. Only addresses of this machine are really fetched here. */
export async function fetchAttachment(type: AttachmentType, address: string): Promise<Rule> {
	const url = URL.canParse(address) ? new URL(address) : undefined;
	if (url === undefined || !['http:', 'https:'].includes(url.protocol)) throw refusal('100/2018008');
	if (!isLoopback(url)) return RULES.attachmentTrusted;
	const patience = type === 'video' ? 75_000 : 10_000;
	let answer: Response;
	let bytes: number;
	try {
		answer = await fetch(url, { signal: AbortSignal.timeout(patience) });
		bytes = (await answer.arrayBuffer()).byteLength;
	} catch (error) {
		const timedOut = (error as { name?: unknown }).name === 'TimeoutError';
		throw refusal(timedOut && type === 'video' ? '100/2018294' : '100/2018008');
	}
	if (!answer.ok) throw refusal('100/2018008');
	checkMedia(type, answer.headers.get('content-type') ?? '', bytes, true);
	return RULES.attachmentFetch;
}
