import { addressOperation } from './addressOperation';

export const removeSpam = addressOperation({
	name: 'Remove From Spam List',
	action: 'Remove addresses from the spam list',
	description: 'Take addresses off the spam list, up to 50 a call, so that they can be sent to again',
	documentation: 'https://www.braze.com/docs/api/endpoints/email/post_remove_spam/',
	endpoint: 'POST /email/spam/remove',
	done: { removedFromSpamList: true },
});
