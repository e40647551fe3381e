import { addressOperation } from './addressOperation';

/** The permission still bears the old name, email.blacklist. */
export const blocklist = addressOperation({
	name: 'Blocklist',
	action: 'Blocklist email addresses',
	description: 'Unsubscribe addresses and mark them as hard bounced, up to 50 a call',
	documentation: 'https://www.braze.com/docs/api/endpoints/email/post_blocklist/',
	endpoint: 'POST /email/blocklist',
	dangerous: 'deletes',
	done: { blocklisted: true },
});
