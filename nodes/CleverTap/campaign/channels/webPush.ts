import { field } from '../../../shared/operation';
import { missing, type Channel } from './channel';

const fields = {
	webPushTitle: field.requiredText({ displayName: 'Title' }),
	webPushBody: field.requiredText({ displayName: 'Message' }),
	webPushPlatforms: field.jsonObject({ displayName: 'Platform Specific', description: 'For instance {"chrome": {"deep_link": "https://example.com", "image": "https://example.com/a.png"}, "firefox": {"deep_link": "https://example.com"}}' }),
};

export const webPush: Channel<typeof fields> = {
	mode: 'webpush',
	fields,
	byProvider: false,
	check: ({ webPushTitle, webPushBody }) => missing({ Title: webPushTitle, Message: webPushBody }),
	content: ({ webPushTitle, webPushBody, webPushPlatforms = {} }) => ({ title: webPushTitle, body: webPushBody, ...(Object.keys(webPushPlatforms).length > 0 ? { platform_specific: webPushPlatforms } : {}) }),
};
