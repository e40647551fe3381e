import { storyOperation } from '../../../shared/operation';
import { readState, tell } from './subscriptionState';
import { checkWanted, wantedFields } from './wantedFields';

/** Meta unsubscribes an app from a Page after an hour of failed deliveries, in silence; this is how to see it. */
export const status = storyOperation({
	name: 'Status',
	action: 'Check the subscription',
	description: 'Tell whether both layers, the app and the Page, lead the wanted events to n8n',
	documentation: 'https://developers.facebook.com/docs/messenger-platform/webhooks/',
	calls: ['GET /{app}/subscriptions', 'GET /{page}/subscribed_apps'],
	fields: wantedFields,
	check: checkWanted,
	retry: 'safe',
	story: async (wanted, door) => tell(await readState(door), wanted),
});
