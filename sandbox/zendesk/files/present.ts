import type { ZendeskState } from '../state';
import { contentUrl } from './contentUrl';
import type { Attachment } from './types';

export function presentAttachment(state: ZendeskState, file: Attachment) {
	const url = contentUrl(state, file);
	return {
		url: `${state.apiUrl}/attachments/${file.id}.json`,
		id: file.id,
		file_name: file.file_name,
		content_url: url,
		mapped_content_url: url,
		content_type: file.content_type,
		size: file.size,
		width: null,
		height: null,
		inline: file.inline,
		deleted: false,
		malware_access_override: false,
		malware_scan_result: 'malware_not_found',
		thumbnails: [],
	};
}

/** The files of a comment or event; pictures inside the text only where they are asked for. */
export const presentFiles = (state: ZendeskState, ids: number[], withInline: boolean) =>
	ids
		.flatMap((id) => state.attachments.get(id) ?? [])
		.filter(({ inline }) => withInline || !inline)
		.map((file) => presentAttachment(state, file));
