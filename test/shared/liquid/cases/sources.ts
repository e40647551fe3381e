import { section } from '../caseTypes';

/** The templates of the integrations this package replaces, boiled down; each renders as its author meant. */
const comment = (message: string) => `${'-'.repeat(46)}\n\nAgent Smith, Jan 5, 2026, 10:00\n\n${message}`;

const braze = {
	first_name: 'Ann', last_name: 'Lee', user_id: 'cust-42',
	custom_attribute: { zendesk_ticket: '35436', sendbird_id: 'sb-1', messenger_id: '1234567890' },
	sms: { inbound_message_body: 'I need "help"\nnow', inbound_media_urls: ['https://m/1.png', 'https://m/2.png'] },
	campaign: { dispatch_id: 'd-1' },
	api_trigger_properties: { msg_body: comment('First line\nsecond line') },
};

export const sourceDocuments = section('source documents: Braze', {
	context: braze,
	contentBlocks: { to_int: '{% assign var = {{custom_attribute.${zendesk_ticket}}} | to_i %}{{var}}' },
}, [
	// The split at line breaks with index 2, as printed, gives the header; the message begins at index 4.
	['{% assign body = {{api_trigger_properties.${msg_body}}} %}\n{% assign msg = body | split: "\n" %}\nNew message: {{msg[2]}}', '\n\nNew message: Agent Smith, Jan 5, 2026, 10:00', 'run'],
	['{% assign body = {{api_trigger_properties.${msg_body}}} %}{% assign msg = body | split: "\n" %}{% for line in msg offset:4 %}{{line}}{% unless forloop.last %}\n{% endunless %}{% endfor %}', 'First line\nsecond line', 'run'],
	['{% assign parts = {{api_trigger_properties.${msg_body}}} | split: "\n\n" %}{{ parts[2] }}', 'First line\nsecond line', 'run'],
	['{% assign body = {{api_trigger_properties.${msg_body}}} %}{{body}}', 'Your ticket has been closed', 'documented', { context: { api_trigger_properties: { msg_body: 'Your ticket has been closed' } } }],
	['{"ticket":{"subject":"Action Needed","comment":{"body":"{{sms.${inbound_message_body} | json_escape}}"},"requester":{"name":"{{${first_name}}} {{${last_name}}}","user_fields":{"braze_external_id":"{{${user_id}}}"}}}}', '{"ticket":{"subject":"Action Needed","comment":{"body":"I need \\"help\\"\\nnow"},"requester":{"name":"Ann Lee","user_fields":{"braze_external_id":"cust-42"}}}}', 'documented'],
	['"body": "{{sms.${inbound_message_body}}}"', '"body": "I need "help"\nnow"', 'documented'],
	['{% assign var = {{custom_attribute.${zendesk_ticket}}} | to_i %}{{var}}', '35436', 'documented'],
	['https://shop.zendesk.com/api/v2/tickets/{{content_blocks.${to_int}}}.json', 'https://shop.zendesk.com/api/v2/tickets/35436.json', 'documented'],
	['{"ticket":{"comment":{"body":"Inbound message from {{${first_name}}} {{${last_name}}}: {{sms.${inbound_message_body} | json_escape}}"}}}', '{"ticket":{"comment":{"body":"Inbound message from Ann Lee: I need \\"help\\"\\nnow"}}}', 'documented'],
	['{{custom_attribute.${sendbird_id}}}', 'sb-1', 'documented'],
	['{{${user_id}}}', 'cust-42', 'documented'],
	['{"recipient":{"id":"{{custom_attribute.${messenger_id}}}"},"message":{"text":"Hi {{${first_name} | default: \'there\'}}"}}', '{"recipient":{"id":"1234567890"},"message":{"text":"Hi Ann"}}', 'documented'],
	['{"media_urls":"{{sms.${inbound_media_urls} | join: \' \' | json_escape}}","dispatch_id":"{{campaign.${dispatch_id}}}"}', '{"media_urls":"https://m/1.png https://m/2.png","dispatch_id":"d-1"}', 'ours'],
	['{"media_urls":"{{sms.${inbound_media_urls} | join: \' \' | json_escape}}"}', '{"media_urls":""}', 'ours', { context: { sms: {} } }],
	["{% if custom_attribute.${messenger_id} == blank %}{% abort_message('no Messenger id') %}{% endif %}ok", 'ok', 'documented'],
	["{% if custom_attribute.${messenger_id} == blank %}{% abort_message('no Messenger id') %}{% endif %}ok", { aborted: 'no Messenger id' }, 'documented', { context: { custom_attribute: {} } }],
	// The Jekyll escape in the page itself: it prints the braces Braze is to read.
	["{{ '{{' }}custom_attribute.${sendbird_id}}}", '{{custom_attribute.${sendbird_id}}}', 'documented'],
	['{% raw %}`https://{{url}}.zendesk.com/admin/webhooks`{% endraw %}', '`https://{{url}}.zendesk.com/admin/webhooks`', 'documented'],
]);

export const zendeskBodies = section('source documents: Zendesk triggers', {
	dialect: 'zendesk',
	context: { YOUR_CAMPAIGN_ID: 'c-1', ticket: { id: 35436, latest_public_comment_html: comment('Hi'), requester: { custom_fields: { braze_external_id: 'cust-42' } } } },
}, [
	['{"campaign_id":"{{YOUR_CAMPAIGN_ID}}","recipients":[{"external_user_id":"{{ticket.requester.custom_fields.braze_external_id}}","trigger_properties":{"msg_body":"{{ticket.latest_public_comment_html | json_escape}}"},"attributes":{"zendesk_ticket":"{{ticket.id}}","zendesk_ticket_open":true}}]}', `{"campaign_id":"c-1","recipients":[{"external_user_id":"cust-42","trigger_properties":{"msg_body":"${'-'.repeat(46)}\\n\\nAgent Smith, Jan 5, 2026, 10:00\\n\\nHi"},"attributes":{"zendesk_ticket":"35436","zendesk_ticket_open":true}}]}`, 'documented'],
	['{"recipients":[{"external_user_id":"{{ticket.requester.custom_fields.braze_external_id}}","trigger_properties":{"msg_body":"Your ticket has been closed"},"attributes":{"zendesk_ticket_open":false}}]}', '{"recipients":[{"external_user_id":"cust-42","trigger_properties":{"msg_body":"Your ticket has been closed"},"attributes":{"zendesk_ticket_open":false}}]}', 'documented'],
]);

export const clevertapBodies = section('source documents: CleverTap and Sendbird', {
	dialect: 'clevertap',
	context: { Profile: { SendbirdID: 'sb-1' } },
}, [
	['{{Profile.SendbirdID}}', 'sb-1', 'documented'],
	['{"evtName":"My First Campaign","evtData":{"status":"READ","target_id":123123}}', '{"evtName":"My First Campaign","evtData":{"status":"READ","target_id":123123}}', 'documented'],
]);
