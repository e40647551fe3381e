/** What the administrator typed, by the language of the account. */
export const TITLES = {
	en: { category: 'Trigger a message', replyTrigger: 'SMS Braze reply', solvedTrigger: 'Ticket solved', replyWebhook: 'Braze', solvedWebhook: 'Braze: ticket closed' },
	fr: { category: 'Déclencher un message', replyTrigger: 'Répondre par SMS Braze', solvedTrigger: 'Ticket résolu', replyWebhook: 'Braze', solvedWebhook: 'Braze : ticket fermé' },
} as const;

/** The body of the reply trigger, as Braze's page prints it: rendered text between quotes, and everything about the ticket as a text. */
export const replyBody = (campaignId: string): string => `{
    "campaign_id": "${campaignId}",
    "recipients": [
        {
            "external_user_id": "{{ticket.requester.custom_fields.braze_external_id}}",
			"trigger_properties": {
    "msg_body": "{{ticket.latest_public_comment_html}}"
		},
		"attributes": {
        "zendesk_ticket" : "{{ticket.id}}",
	"zendesk_ticket_open" : "true"
    }
        }
    ]
}`;

/** The body of the solved trigger, stray comma included: it is no JSON, and whoever pasted it never noticed. */
export const solvedBody = (campaignId: string): string => `{
    "campaign_id": "${campaignId}",
    "recipients": [
        {
            "external_user_id": "{{ticket.requester.custom_fields.braze_external_id}}",
"trigger_properties": {
    "msg_body": "Your ticket has been closed"
		},
,
			"attributes": {
	"zendesk_ticket_open" : "false"
    }
        }
    ]
}`;
