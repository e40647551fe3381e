import type { INodeProperties } from 'n8n-workflow';
import { HEADERS_TO_PASTE, KEY_VALUES_TO_PASTE } from './intake/pasteTexts';

const toPaste = (displayName: string, name: string, text: string, description: string): INodeProperties => ({
	displayName,
	name,
	type: 'string',
	typeOptions: { rows: 2 },
	noDataExpression: true,
	default: text,
	description,
});

export const triggerFields: INodeProperties[] = [
	{
		displayName: 'Publish this workflow first. Then in CleverTap under Settings > Channels > Webhooks choose + Add Webhook, method POST, and paste this node\'s production URL and the header below, with the webhook secret of the CleverTap credential in the place of YOUR_WEBHOOK_SECRET; or choose Basic authentication with any user name and the secret as password. On Create CleverTap calls the URL once, and saves the webhook only where that is answered 200.',
		name: 'notice',
		type: 'notice',
		default: '',
	},
	toPaste('Header to Paste', 'headerToPaste', HEADERS_TO_PASTE, 'For copying only: changing it here changes nothing in CleverTap. The secret is the one of the credential.'),
	toPaste('Key Values to Paste', 'keyValuesToPaste', KEY_VALUES_TO_PASTE, 'For copying only, into the content of the campaign. Pick the property of the event in CleverTap\'s editor if it writes variables in another way. With a personal value in it CleverTap calls once for each customer, else once for many.'),
	{
		displayName: 'Deduplicate By',
		name: 'dedupeBy',
		type: 'options',
		options: [
			{ name: 'Campaign and Customer', value: 'campaignAndCustomer', description: 'For campaigns that reach a customer once: a second delivery is a repeat' },
			{ name: 'Key Value', value: 'keyValue', description: 'By an ID of your own among the key values; without it nothing is taken for a repeat' },
			{ name: 'Nothing', value: 'nothing', description: 'Every delivery starts the workflow' },
		],
		default: 'keyValue',
		description: 'CleverTap gives its deliveries neither an ID nor a time, and calls again where no answer came within 3 seconds. What is chosen here becomes the dedupeKey of an item; repeats within this process are dropped.',
	},
	{
		displayName: 'Key Value Name',
		name: 'dedupeKeyValue',
		type: 'string',
		default: 'message_id',
		description: 'Which of the key values holds the ID; upper and lower case are the same',
		displayOptions: { show: { dedupeBy: ['keyValue'] } },
	},
	{
		displayName: 'Emit Test Calls',
		name: 'emitTest',
		type: 'boolean',
		default: false,
		description: 'Whether the call that CleverTap makes on Create starts the workflow too, with isTest; else it is answered and dropped',
	},
	// n8n parses JSON before a node sees it and answers 422 to what is broken. It leaves the body alone where a node of version 1 says this, as its own Webhook node once did.
	{ displayName: 'Options', name: 'options', type: 'hidden', default: { binaryData: true } },
];
