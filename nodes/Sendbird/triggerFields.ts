import type { INodeProperties } from 'n8n-workflow';
import { CATEGORY_OPTIONS } from './webhooks/categories';

export const SOURCES = ['chatWebhooks', 'deliveryStatus', 'notificationWebhooks'] as const;

export type Source = (typeof SOURCES)[number];

const shownFor = (source: Source): INodeProperties['displayOptions'] => ({ show: { source: [source] } });

const notice = (source: Source, name: string, displayName: string): INodeProperties => ({ displayName, name, type: 'notice', default: '', displayOptions: shownFor(source) });

export const triggerFields: INodeProperties[] = [
	{
		displayName: 'Source',
		name: 'source',
		type: 'options',
		noDataExpression: true,
		options: [
			{ name: 'Chat Webhooks', value: 'chatWebhooks', description: 'What happens in channels: messages, reads, members' },
			{ name: 'Delivery Status', value: 'deliveryStatus', description: 'SENT and READ of notifications, which Sendbird tells its Braze or CleverTap integration only' },
			{ name: 'Notification Webhooks', value: 'notificationWebhooks', description: 'That a send was asked for, or a template changed; no delivery receipts' },
		],
		default: 'deliveryStatus',
	},
	notice(
		'chatWebhooks',
		'chatNotice',
		'Publishing this workflow sets the application\'s one webhook to n8n; unpublishing restores what it was. It is never taken from another address that is switched on: make this the only intake and call other workflows as sub-workflows. Sendbird must reach n8n\'s webhook URL.',
	),
	notice(
		'notificationWebhooks',
		'notificationNotice',
		'Paste this node\'s production URL in the Dashboard under Settings > Business Messaging (older: Notifications) > Webhooks, and choose the events there. They tell that a send was asked for: they are no delivery receipts, for these choose Delivery Status.',
	),
	notice(
		'deliveryStatus',
		'brazeNotice',
		'For Braze: in the Dashboard under Business Messaging > Integrations > Braze, type this node\'s production URL (no slash at its end) as Braze REST endpoint, and the Delivery Status API Key of the credential as REST API key. Sendbird then posts to …/users/track here; pass the items on to the real Braze.',
	),
	notice(
		'deliveryStatus',
		'cleverTapNotice',
		'For CleverTap: under Integrations > CleverTap switch on Event callback, type this node\'s production URL as API endpoint, and the Delivery Status Account ID and Passcode of the credential as Project ID and Passcode. Sendbird then posts to …/1/upload here; pass the items on to the real CleverTap.',
	),
	{
		displayName: 'Events',
		name: 'events',
		type: 'multiOptions',
		options: CATEGORY_OPTIONS,
		default: ['group_channel:message_send'],
		required: true,
		description: 'What Sendbird tells; each event becomes one item. Publish again after a change.',
		displayOptions: shownFor('chatWebhooks'),
	},
	{
		displayName: 'Other Events',
		name: 'otherEvents',
		type: 'string',
		default: '',
		placeholder: 'group_channel:thread_info_update',
		description: 'Categories that are not in the list, separated by commas',
		displayOptions: shownFor('chatWebhooks'),
	},
	{
		displayName: 'Include Members',
		name: 'includeMembers',
		type: 'boolean',
		default: false,
		description: 'Whether deliveries name the channel\'s members; never for Supergroup channels',
		displayOptions: shownFor('chatWebhooks'),
	},
	{
		displayName: 'Ignored Senders',
		name: 'ignoredSenders',
		type: 'string',
		default: '',
		placeholder: 'support-bot',
		description: 'User IDs, separated by commas, whose events start nothing: a message that a workflow sends raises an event again',
		displayOptions: shownFor('chatWebhooks'),
	},
];
