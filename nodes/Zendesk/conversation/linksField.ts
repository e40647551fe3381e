import { field } from '../../shared/operation';

export const APPEND_LINKS = {
	displayName: 'Append Links of Files',
	description: 'Whether the addresses of files that the agent attached stand below the text, for channels that carry no files. With private attachments switched on in Zendesk customers cannot open them.',
};

export const appendLinksField = field.toggle({ ...APPEND_LINKS, initial: true });
