import { randomBytes } from 'node:crypto';
import type { ZendeskState } from '../state';
import type { Attachment } from './types';

/** Keeps a file's bytes. It is on no comment yet. */
export function keepFile(state: ZendeskState, name: string, contentType: string, bytes: Buffer, inline = false): Attachment {
	const file: Attachment = {
		id: state.nextId(),
		file_name: name,
		content_type: contentType,
		size: bytes.length,
		bytes,
		inline,
		secret: randomBytes(16).toString('base64url'),
		ticket_id: null,
		created_at: Date.now(),
	};
	state.attachments.set(file.id, file);
	return file;
}
