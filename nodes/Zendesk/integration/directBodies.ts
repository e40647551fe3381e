import { objectOf, quoted } from '../ticketTrigger/body';
import { BACKSLASH, bareId, manyLines } from '../ticketTrigger/jsonSafe';

/** The user field's placeholder, as Braze's guide has it. */
const CUSTOMER = 'ticket.requester.custom_fields.braze_external_id';

/** The body of `POST /campaigns/trigger/send`, whose text is sent as entities: see {@link manyLines}. */
function sendBody(campaignId: string, message: string, attributes: string): string {
	return objectOf({
		campaign_id: quoted(campaignId),
		recipients: `[{ "external_user_id": ${quoted(bareId(CUSTOMER))}, "trigger_properties": { "msg_body": ${message} }, "attributes": ${attributes} }]`,
	});
}

/** An agent's public reply as an SMS, without n8n. The rendered block (`_html`, as the guide has it) always holds line breaks; `.value` is the words alone. `zendesk_ticket_open` is a boolean: the audience filter of the guide compares it with true. */
export const replyBody = (campaignId: string): string =>
	`${BACKSLASH}${manyLines('ticket.latest_public_comment.value', 'ticket.latest_public_comment_html')}${sendBody(campaignId, quoted('{{text}}'), '{ "zendesk_ticket": "{{ticket.id}}", "zendesk_ticket_open": true }')}`;

/** The last words when a ticket is solved. */
export const solvedBody = (campaignId: string, text: string): string => sendBody(campaignId, JSON.stringify(text), '{ "zendesk_ticket_open": false }');

/** Entities and tags of our making (Liquids differ in what they write for a quote) → what they stand for; the ampersand last, or it would be decoded twice. */
const DECODED: ReadonlyArray<[string, string]> = [
	['<br />', '\n'],
	['&lt;', '<'],
	['&gt;', '>'],
	['&quot;', '"'],
	['&#34;', '"'],
	['&#39;', "'"],
	['&#92;', BACKSLASH],
	['&amp;', '&'],
];

const literal = (text: string): string => (text === BACKSLASH ? 'backslash' : text === "'" ? '"\'"' : `'${text}'`);

/** What the Braze campaign's message needs so that people read what the agent wrote. */
export const brazeMessage = [
	BACKSLASH,
	'{% assign msg = {{api_trigger_properties.${msg_body}}} %}',
	...DECODED.map(([from, to]) => `{% assign msg = msg | replace: ${literal(from)}, ${literal(to)} %}`),
	'{{msg}}',
].join('');
