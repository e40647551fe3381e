import type { INodeProperties } from 'n8n-workflow';
import { authenticationChoice } from './authentication';
import { APPEND_LINKS } from './conversation/linksField';
import { allField, anyField } from './rules/ruleFields';

const OWN = { show: { registration: ['ticketTrigger'] } };

/** The form of the trigger node. */
export const triggerProperties: INodeProperties[] = [
	{
		displayName: 'Publishing this workflow makes a webhook in your Zendesk and unpublishing removes it; other webhooks are not touched. Zendesk must be able to reach n8n\'s webhook URL.',
		name: 'notice',
		type: 'notice',
		default: '',
	},
	authenticationChoice,
	{
		displayName: 'Event',
		name: 'event',
		type: 'options',
		options: [
			{ name: 'Agent Reply', value: 'agentReply', description: 'A public comment by staff' },
			{ name: 'Status Changed', value: 'statusChanged', description: 'The ticket\'s status became another' },
		],
		default: 'agentReply',
	},
	{
		displayName: 'Registration',
		name: 'registration',
		type: 'options',
		noDataExpression: true,
		options: [
			{ name: 'Event Subscription', value: 'eventSubscription', description: 'Zendesk sends the words along and signs them. Needs no trigger in Zendesk.' },
			{ name: 'Set Up Beforehand', value: 'setUp', description: 'Integration: Set Up has made webhook and triggers for this URL; this node makes and removes nothing' },
			{ name: 'Ticket Trigger', value: 'ticketTrigger', description: 'This node makes a webhook and a Zendesk trigger with your own conditions, which sends IDs only' },
		],
		default: 'eventSubscription',
		description: 'How Zendesk comes to call this workflow',
	},
	{
		displayName: 'The items hold IDs and no words: put Conversation: Get Reply behind this trigger.',
		name: 'idsNotice',
		type: 'notice',
		default: '',
		displayOptions: { show: { registration: ['setUp', 'ticketTrigger'] } },
	},
	{
		displayName: 'The Webhook Secret of the credential is what Zendesk must send; Integration: Set Up hands it to Zendesk.',
		name: 'secretNotice',
		type: 'notice',
		default: '',
		displayOptions: { show: { registration: ['setUp'] } },
	},
	{
		displayName: 'Channel',
		name: 'channel',
		type: 'string',
		default: 'sms',
		required: true,
		description: 'Only tickets whose external ID begins with this channel count, so an answer to an e-mail never goes out as an SMS',
	},
	{
		displayName: 'Statuses',
		name: 'statuses',
		type: 'multiOptions',
		displayOptions: { show: { event: ['statusChanged'] } },
		options: [
			{ name: 'Closed', value: 'closed' },
			{ name: 'New', value: 'new' },
			{ name: 'On-Hold', value: 'hold' },
			{ name: 'Open', value: 'open' },
			{ name: 'Pending', value: 'pending' },
			{ name: 'Solved', value: 'solved' },
		],
		default: ['solved'],
		description: 'The new statuses that count; none chosen: all',
	},
	{
		displayName: 'Leave Out Updates Through the API',
		name: 'leaveOutApi',
		type: 'boolean',
		default: true,
		description: 'Whether changes made through Zendesk\'s API count for nothing. On, as Braze\'s guide has it, replies that a colleague\'s tool posts are left out, too.',
		displayOptions: OWN,
	},
	{ ...allField('[]').property, name: 'conditionsAll', description: 'Beside ours (public comment, or changed to the status): Zendesk\'s own JSON; all of them must be met', displayOptions: OWN },
	{ ...anyField().property, name: 'conditionsAny', displayOptions: OWN },
	{
		...APPEND_LINKS,
		name: 'appendLinks',
		type: 'boolean',
		default: true,
		description: `${APPEND_LINKS.description} Zendesk's events may leave attachments out: Conversation: Get Reply has them all.`,
		displayOptions: { show: { event: ['agentReply'], registration: ['eventSubscription'] } },
	},
	{
		displayName: 'Time Window (Seconds)',
		name: 'windowSeconds',
		type: 'number',
		typeOptions: { minValue: 30, maxValue: 86400 },
		default: 300,
		description: 'How old a delivery\'s signature may be. Zendesk does not say whether it signs anew when it tries again; raise this if late deliveries are refused.',
		displayOptions: { show: { registration: ['eventSubscription'] } },
	},
];
