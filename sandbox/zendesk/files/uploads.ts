import { randomBytes } from 'node:crypto';
import type { Millis } from '../types';

const LIFETIME = 60 * 60_000;

export interface Upload {
	token: string;
	/** Ids of the files, in the order in which they came. */
	attachments: number[];
	expires_at: Millis;
}

/** Tokens of files that wait for their comment. */
export class Uploads {
	private readonly open = new Map<string, Upload>();

	/** The upload of this token, or a new one; undefined where the token is over. */
	take(token?: string): Upload | undefined {
		if (token !== undefined) return this.find(token);
		const upload: Upload = { token: randomBytes(12).toString('base64url'), attachments: [], expires_at: Date.now() + LIFETIME };
		this.open.set(upload.token, upload);
		return upload;
	}

	find(token: string): Upload | undefined {
		const upload = this.open.get(token);
		return upload !== undefined && upload.expires_at > Date.now() ? upload : undefined;
	}

	/** Ends a token: used by a comment, or deleted. */
	end(token: string): void {
		this.open.delete(token);
	}

	age(ms: Millis): void {
		for (const upload of this.open.values()) upload.expires_at -= ms;
	}

	clear(): void {
		this.open.clear();
	}
}
