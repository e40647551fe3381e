/**
 * What a marketer pastes into the two webhook campaigns that post a customer's SMS here. A test holds it equal to workflows/braze-zendesk-sms/braze/.
 * Every text goes through json_escape: without it a quote or a line break in an SMS breaks the JSON.
 */
const value = (name: string, liquid: string): string => `  "${name}": "{{${liquid} | default: '' | json_escape}}"`;

/** `keyword`: words that Braze keeps for itself but customers also answer with, such as a bare "yes". */
export type Kind = 'first' | 'later' | 'keyword';

export const bodyToPaste = (kind: Kind): string =>
	[
		'{',
		[
			`  "kind": "${kind}"`,
			value('dispatch_id', 'campaign.${dispatch_id}'),
			value('user_id', '${user_id}'),
			value('braze_id', '${braze_id}'),
			value('phone', '${phone_number}'),
			value('email', '${email_address}'),
			value('first_name', '${first_name}'),
			value('last_name', '${last_name}'),
			value('language', '${language}'),
			value('zendesk_ticket', 'custom_attribute.${zendesk_ticket}'),
			value('text', 'sms.${inbound_message_body}'),
			"  \"media_urls\": \"{{sms.${inbound_media_urls} | join: ' ' | json_escape}}\"",
		].join(',\n'),
		'}',
	].join('\n');

/** What a campaign or a Canvas step posts that wants something sent on. `properties` is the author's own: one line a value. */
export const campaignBodyToPaste = (): string =>
	[
		'{',
		[
			value('dispatch_id', 'campaign.${dispatch_id}'),
			value('campaign_id', 'campaign.${api_id}'),
			value('campaign_name', 'campaign.${name}'),
			value('canvas_id', 'canvas.${api_id}'),
			value('canvas_name', 'canvas.${name}'),
			value('user_id', '${user_id}'),
			value('braze_id', '${braze_id}'),
			value('first_name', '${first_name}'),
			value('last_name', '${last_name}'),
			`  "properties": {\n  ${value('first_name', '${first_name}')}\n  }`,
		].join(',\n'),
		'}',
	].join('\n');

/** `text/plain` on purpose: n8n answers 422 to broken JSON before a node sees it, and Braze would drop the message. */
export const HEADERS_TO_PASTE = 'Content-Type: text/plain\nAuthorization: Bearer YOUR_WEBHOOK_SECRET';
