import type { DeskFile } from '../controls/controlTypes';
import type { ZendeskState } from '../state';
import { contentUrl } from './contentUrl';
import { keepFile } from './receive';
import type { Attachment } from './types';

const TYPES: Record<string, string> = { png: 'image/png', jpg: 'image/jpeg', jpeg: 'image/jpeg', gif: 'image/gif', pdf: 'application/pdf', txt: 'text/plain' };

const typeOf = (name: string): string => TYPES[name.split('.').at(-1)?.toLowerCase() ?? ''] ?? 'application/octet-stream';

/** Keeps what an agent attaches; undefined where a file is described wrongly. */
export function deskFiles(state: ZendeskState, files: DeskFile[]): Attachment[] | undefined {
	const sound = files.every(({ fileName, text, base64 }) => Boolean(fileName) && (text === undefined) !== (base64 === undefined));
	if (!sound) return undefined;
	return files.map(({ fileName, contentType, text, base64, inline }) =>
		keepFile(state, fileName, contentType ?? typeOf(fileName), text === undefined ? Buffer.from(base64 ?? '', 'base64') : Buffer.from(text, 'utf8'), inline),
	);
}

/** The pictures that were pasted into the text, as the editor keeps them. */
export const inlineHtml = (state: ZendeskState, files: Attachment[]): string =>
	files.filter(({ inline }) => inline).map((file) => `<p dir="auto"><img src="${contentUrl(state, file)}" alt="${file.file_name.replace(/[&<>"]/g, '')}"></p>`).join('');
