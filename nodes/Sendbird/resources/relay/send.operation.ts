import type { IDataObject } from 'n8n-workflow';
import { field, storyOperation } from '../../../shared/operation';
import { isObject } from '../../../shared/text/isObject';
import { FailureError } from '../../../shared/transport/failure';
import { NOTIFICATIONS } from '../../api';
import { relayPath } from './relayPath';

const EXAMPLE = JSON.stringify({ template: { key: 'order-shipped', variables: { 'cust-42': { order: 'A-7' } } }, targets: ['cust-42'], event_name: 'Sendbird Notification' }, null, 2);

const refuse = (message: string, fix: string): FailureError => new FailureError({ class: 'invalidInput', vendor: NOTIFICATIONS, message, fix });

/** What the vendors' browser extension makes out of a webhook template; the keys of its body are published nowhere. */
export const send = storyOperation({
	name: 'Send',
	action: 'Send through a relay endpoint',
	description: 'Post to the endpoint of Sendbird\'s Braze or CleverTap integration, so that SENT and READ are told there under the user of Braze or CleverTap',
	documentation: 'https://docs.clevertap.com/docs/sendbird-business-messaging',
	calls: ['POST /clevertap/notifications/single', 'POST /clevertap/notifications/multi', 'POST /{pasted_path}'],
	fields: {
		url: field.requiredId({
			displayName: 'Endpoint URL',
			description: 'Copied from the integration\'s page in the Dashboard: single or real time for one user, multi or batch for many',
			placeholder: 'https://api-YOUR_APP_ID.notifications.sendbird.com/clevertap/notifications/single',
		}),
		body: field.jsonObject({
			displayName: 'Body',
			description: 'Sendbird publishes no description of this body. The example follows the documented send of a notification; compare it with what the webhook template of your Braze or CleverTap holds, and change its keys where they differ.',
			initial: EXAMPLE,
		}),
	},
	retry: 'onlyIfNothingHappened',
	check: ({ body }) => (Object.keys(body).length === 0 ? { displayName: 'Body', message: 'is missing' } : undefined),
	story: async ({ url, body }, door) => {
		if (!door.account?.integrationToken) throw refuse('The Sendbird Notifications credential holds no Integration API Token', 'Copy it from the integration\'s page in the Dashboard (Business Messaging > Integrations) into the credential.');
		const target = relayPath(url, door.account.baseUrl);
		if (!target.ok) throw refuse(`Endpoint URL: ${target.message}`, 'Copy the endpoint again from the integration\'s page in the Dashboard; nothing was sent for this item.');
		// The credential takes this header off and signs in with the integration's token.
		const answer = await door.send({ method: 'POST', path: target.path, headers: { 'x-token-kind': 'integration' }, body }, 'onlyIfNothingHappened');
		return { accepted: true, answer: isObject(answer.body) ? (answer.body as IDataObject) : {} };
	},
});
