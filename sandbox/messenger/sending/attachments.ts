import { z } from 'zod';
import type { Rule } from '../../control/types';
import { checkMedia, fetchAttachment } from './attachmentFetch';
import { badParam, GraphError } from '../graph/errors';
import { newId } from '../ids';
import { flag, idText, parse, structured, type UploadedFile } from '../graph/params';
import { RULES } from '../rules';
import type { AttachmentType, Page, SavedAttachment } from '../types';

const LIFE = 90 * 24 * 3_600_000;

export const attachmentInput = structured(
	z.object({ type: z.enum(['image', 'audio', 'video', 'file', 'template']), payload: structured(z.record(z.unknown())).default({}) }),
);

export type AttachmentInput = z.output<typeof attachmentInput>;

const mediaPayload = z.object({ url: z.string().optional(), attachment_id: idText.optional(), is_reusable: flag.default(false) });

export interface Media {
	type: AttachmentType;
	url: string;
	/** Where the attachment is saved. */
	saved?: SavedAttachment;
	/** Made by this call: its id goes into the answer. */
	fresh: boolean;
	rule: Rule;
}

function savedAttachment(page: Page, id: string): SavedAttachment {
	const saved = page.attachments.get(id);
	if (saved === undefined || Date.now() - saved.createdAt > LIFE) throw new GraphError('100/2018074', RULES.attachmentUnknown);
	return saved;
}

/** Reads a picture, sound, film or file that is named by URL, by id, or uploaded with the call. */
export async function readMedia(page: Page, input: AttachmentInput & { type: AttachmentType }, file?: UploadedFile): Promise<Media> {
	const { url, attachment_id: id, is_reusable: reusable } = parse(mediaPayload, input.payload);
	if ([url, id, file].filter((source) => source !== undefined).length !== 1) throw badParam('Must upload exactly one file, or name one url or attachment_id');
	if (id !== undefined) {
		const saved = savedAttachment(page, id);
		return { type: input.type, url: saved.url, saved, fresh: false, rule: RULES.attachmentUnknown };
	}
	if (file !== undefined) checkMedia(input.type, file.type, file.size, false);
	const rule = url === undefined ? RULES.attachmentFetch : await fetchAttachment(input.type, url);
	const address = url ?? `https://cdn.fbsbx.com/uploads/${newId()}/${encodeURIComponent(file?.name ?? 'file')}`;
	if (!reusable) return { type: input.type, url: address, fresh: false, rule };
	const saved: SavedAttachment = { id: newId(), type: input.type, url: address, createdAt: Date.now() };
	page.attachments.set(saved.id, saved);
	return { type: input.type, url: address, saved, fresh: true, rule };
}
