import type { Millis } from '../types';

/** A file that was uploaded; on a comment once its token was used. */
export interface Attachment {
	id: number;
	file_name: string;
	content_type: string;
	/** Bytes. */
	size: number;
	bytes: Buffer;
	inline: boolean;
	/** The random part of its `content_url`. */
	secret: string;
	ticket_id: number | null;
	created_at: Millis;
}
