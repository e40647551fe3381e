import type { ZendeskState } from '../state';
import type { Attachment } from './types';

/** Where a file is read: its random part is the only secret while attachments are not private. */
export const contentUrl = (state: ZendeskState, { secret, file_name: name }: Attachment): string =>
	`${state.hostUrl}/attachments/token/${secret}/?name=${encodeURIComponent(name)}`;
