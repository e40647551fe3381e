import { field } from '../../../shared/operation';
import { missing, type Channel } from './channel';

const fields = {
	pushTitle: field.requiredText({ displayName: 'Title' }),
	pushBody: field.requiredText({ displayName: 'Message' }),
	pushPlatforms: field.jsonObject({ displayName: 'Platform Specific', description: 'For instance {"android": {"deep_link": "app://orders", "wzrk_cid": "orders"}, "ios": {"deep_link": "app://orders"}}; Android 8 and later needs wzrk_cid, the channel' }),
};

export const push: Channel<typeof fields> = {
	mode: 'push',
	fields,
	byProvider: false,
	check: ({ pushTitle, pushBody }) => missing({ Title: pushTitle, Message: pushBody }),
	content: ({ pushTitle, pushBody, pushPlatforms = {} }) => ({ title: pushTitle, body: pushBody, ...(Object.keys(pushPlatforms).length > 0 ? { platform_specific: pushPlatforms } : {}) }),
};
