import type { Rule } from '../../control/types';

/** Uploads and attachments. */
export const FILE_RULES = {
	uploadFilename: { text: 'an upload without filename is answered with 400', certainty: 'documented' },
	uploadLarge: { text: 'a file above 50 MB is answered with 413', certainty: 'unconfirmed' },
	uploadToken: { text: 'an upload token is valid for 60 minutes and for one comment; several files may share it', certainty: 'documented' },
	uploadExpired: { text: 'an upload token that is unknown, used or expired is dropped without a word: the comment has no file', certainty: 'unconfirmed' },
	uploadGone: { text: 'deleting an upload token that is not there is answered with 404', certainty: 'documented' },
	attachmentOpen: { text: 'whoever has the content_url may read an attachment', certainty: 'documented' },
	attachmentPrivate: { text: 'with private attachments a content_url wants a login once the file is on a ticket', certainty: 'documented' },
	attachmentLogin: { text: 'without one it leads to the login page: 302, then HTML', certainty: 'unconfirmed' },
	inlineHidden: { text: 'pictures inside the text stand in the attachments only with include_inline_images=true', certainty: 'documented' },
	commentLong: { text: 'a comment has at most 65,535 bytes: 422 beyond', certainty: 'unconfirmed' },
} as const satisfies Record<string, Rule>;
