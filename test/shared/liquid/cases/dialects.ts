import { section } from '../caseTypes';

const block = '----------------------------------------------\n\nAgent Smith, Jan 5, 2026, 10:00\n\nHello there,\n\nsecond paragraph';

export const clevertap = section('CleverTap', {
	dialect: 'clevertap',
	context: { Profile: { Name: 'Ann', Language: 'Spanish', Identity: 'id-1' }, Event: { 'Item Name': 'Hat' }, Campaign: { campaignId: 7 }, ExternalTrigger: { code: 'X1' } },
}, [
	['{{ExternalTrigger.code}}', 'X1', 'documented'],
	['{{Profile.Name}}', 'Ann', 'documented'],
	['{{Profile.Identity}}', 'id-1', 'documented'],
	['{{Event["Item Name"]}}', 'Hat', 'peer'],
	['{{Campaign.campaignId}}', '7', 'peer'],
	['{% if Profile.Language == "Spanish" %}Hola{% elsif Profile.Language == "English" %}Hello{% endif %}', 'Hola', 'documented'],
	['{{Profile.Phone | default: "none"}}', 'none', 'unsure'],
	['{"x":"{{Profile.Name | json_escape}}"}', '{"x":"Ann"}', 'ours'],
	['{{ Profile.Nothing }}', '', 'unsure'],
	['{% abort_message() %}', { error: /tag of Braze/ }, 'ours'],
	['{% connected_content https://a.example/ %}', { error: /tag of Braze/ }, 'ours'],
	['costs ${ 5 }', 'costs ${ 5 }', 'ours'],
]);

export const zendesk = section('Zendesk', {
	dialect: 'zendesk',
	context: {
		ticket: {
			id: 35436, status: 'Open', title: 'Help', external_id: 'sms:cust-42:1', tags: 'a b', latest_public_comment_html: block,
			requester: { name: 'Ann', first_name: 'Ann', custom_fields: { braze_external_id: 'cust-42' } },
			latest_comment: { value: 'bare text', author: { name: 'Smith' }, attachments: [{ filename: 'a.png', url: 'https://z/a.png' }] },
			comments: [{ value: 'one' }, { value: 'two' }],
		},
		current_user: { id: 9, role: 'Agent' },
	},
}, [
	['{{ticket.id}}', '35436', 'documented'],
	['{{ticket.requester.custom_fields.braze_external_id}}', 'cust-42', 'documented'],
	['{{ticket.latest_public_comment_html}}', block, 'documented'],
	['{{ticket.latest_comment.value}}', 'bare text', 'documented'],
	['{{ticket.latest_comment.attachments[0].filename}}', 'a.png', 'documented'],
	['{% for c in ticket.comments %}{{c.value}};{% endfor %}', 'one;two;', 'documented'],
	['{{current_user.role | downcase}}', 'agent', 'documented'],
	['{{ticket.title | replace: "Help", "SOS"}}', 'SOS', 'documented'],
	['{% case ticket.status %}{% when "Open" %}o{% endcase %}', 'o', 'documented'],
	['{% capture t %}{{ticket.id}}{% endcapture %}{{t}}', '35436', 'documented'],
	['{{ticket.Title}}', '', 'documented'],
	['{{YOUR_CAMPAIGN_ID}}', '', 'ours'],
	['{{ticket.ticket_field_1}}', '', 'unsure'],
	['{% abort_message() %}', { error: /tag of Braze/ }, 'ours'],
	['{{ ticket.latest_public_comment_html | split: "\n" | size }}', '7', 'run'],
]);
