import { z } from '../../shared/schema';
import type { Door } from '../../shared/transport/door';
import type { Call } from '../../shared/transport/call';
import { FailureError } from '../../shared/transport/failure';
import type { BinaryInput } from '../../shared/operation/binary';
import { NAME } from '../api';
import { multipart } from '../../shared/transport/multipart';

const PATH = '/{page}/message_attachments';

/** Meta's limit for an attachment of any type. */
export const MOST_BYTES = 25 * 1024 * 1024;

const uploaded = z.object({ attachment_id: z.coerce.string({ required_error: 'it has no attachment_id' }) });

export type Source = { url: string } | { file: BinaryInput };

async function callFor(type: string, source: Source): Promise<Call> {
	if ('url' in source) return { method: 'POST', path: PATH, body: { message: { attachment: { type, payload: { url: source.url, is_reusable: true } } } } };
	const { fileName, mimeType } = source.file;
	const bytes = await source.file.bytes();
	if (bytes.length > MOST_BYTES) {
		throw new FailureError({
			class: 'invalidInput',
			vendor: NAME,
			message: `The file "${fileName}" has ${bytes.length} bytes, and Messenger takes 25 MB at most`,
			fix: 'Make the file smaller, or send a link to it; nothing was sent.',
		});
	}
	const message = JSON.stringify({ attachment: { type, payload: { is_reusable: true } } });
	return { method: 'POST', path: PATH, ...multipart({ message }, { filedata: { fileName, mimeType, bytes } }) };
}

/** The attachment id of an uploaded file. A repeat makes another id of the same file, which nobody sees, so it is safe. */
export async function upload(door: Door, type: string, source: Source): Promise<string> {
	const answer = await door.send(await callFor(type, source), 'safe');
	return uploaded.parse(answer.body).attachment_id;
}
