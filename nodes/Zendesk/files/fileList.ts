import { z } from '../../shared/schema';
import { decodeEntities } from '../../shared/text/entities';

/** A file on a comment, the same from all the ways in which Zendesk tells of it. */
export interface CommentFile {
	name: string;
	type: string;
	/** Bytes; null where Zendesk does not say. */
	size: number | null;
	/** Opens without a sign-in, unless the account has private attachments switched on. */
	url: string;
}

/** API: `file_name`, `content_url`. How events name them is not documented, so both spellings are read. */
const attachmentShape = z
	.object({
		file_name: z.string().nullish(),
		filename: z.string().nullish(),
		content_type: z.string().nullish(),
		size: z.number().nullish(),
		content_url: z.string().nullish(),
		url: z.string().nullish(),
		deleted: z.boolean().nullish(),
	})
	.passthrough();

/** The files of a comment; redacted and deleted ones have no address and fall out. */
export function filesOf(attachments: unknown): CommentFile[] {
	const parsed = z.array(attachmentShape).safeParse(attachments ?? []);
	if (!parsed.success) return [];
	return parsed.data.flatMap(({ file_name: fileName, filename, content_type: type, size, content_url: contentUrl, url, deleted }) => {
		const address = contentUrl ?? url;
		if (!address || deleted === true) return [];
		return [{ name: fileName ?? filename ?? 'file', type: type ?? 'application/octet-stream', size: size ?? null, url: address }];
	});
}

const IMAGE = /<img\b[^>]*?\bsrc\s*=\s*"(https?:\/\/[^"]+)"/gi;

/** Pictures that an agent pasted into the words; plain text would lose them. */
function imagesIn(html: string): CommentFile[] {
	return [...html.matchAll(IMAGE)].flatMap(([, src]) => {
		const url = decodeEntities(src);
		if (!URL.canParse(url)) return [];
		return [{ name: new URL(url).searchParams.get('name') ?? 'image', type: 'image/*', size: null, url }];
	});
}

/** All that hangs on a comment, each address once: its attachments, and the pictures inside its HTML. */
export function filesOfComment(attachments: unknown, html: string | null | undefined): CommentFile[] {
	const attached = filesOf(attachments);
	const known = new Set(attached.map(({ url }) => url));
	return [...attached, ...imagesIn(html ?? '').filter(({ url }) => !known.has(url) && Boolean(known.add(url)))];
}

/** A text with the addresses of files below it, for channels that carry no files. */
export const withLinks = (text: string, files: CommentFile[]): string => [text, ...files.map(({ url }) => url)].filter((line) => line !== '').join('\n');
