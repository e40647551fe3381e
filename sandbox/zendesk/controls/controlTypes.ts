import type { AgentReply } from '../../control/types';

/**
 * `GET`, `POST /_sandbox/zendesk/settings`: how the account is set, and how the sandbox decides what the vendor leaves open.
 * Changes the named ones until the next reset; answers with all.
 */
export interface ZendeskSettings {
	/** `calendar`: API tokens work until 2027-04-30 (ageing brings that day nearer). `on`: as if that day never came. In both they end after 30 days without use. */
	apiTokens: 'calendar' | 'on' | 'off';
	/** What the authorization page does: `ask` shows it with two buttons, the others answer at once. */
	consent: 'ask' | 'allow' | 'deny';
	/** E-mail address of the user who is logged in at the authorization page; empty: the admin. */
	consentUser: string;
	/** Resources without a scope of their own name: `lenient` opens them to any scope of the same kind, `strict` wants `read` or `write`, as others have seen. */
	undocumentedScopes: 'lenient' | 'strict';
	/** Attachments of tickets need a login; else whoever has the URL may read. */
	privateAttachments: boolean;
	/** Bytes; 50 MB. */
	uploadMaxBytes: number;
	/** Whether the vendor has switched on imports of users for this account; else create_or_update_many is 403. */
	userImports: boolean;
	/** How long a job waits, ms; 2,000. The sandbox's wait factor shortens it, ageing ends it. */
	jobQueuedMs: number;
	/** How long it works, ms; 3,000. */
	jobWorkMs: number;
	/** How the next jobs end. */
	jobEnd: 'completed' | 'failed' | 'killed';
	/** Whether a trigger must name a category. */
	triggerCategoryRequired: boolean;
	/** What the vendor makes of quotes and line breaks in a trigger's JSON body (undocumented): escapes all, none, or all but custom fields and loops. */
	jsonEscaping: 'partly' | 'all' | 'none';
	/** Webhooks in the account: 10 on a trial; 0 for no limit. */
	maxWebhooks: number;
}

/** `POST /_sandbox/zendesk/oauth/revoke`: tokens of this client (all without one) stop working, refresh tokens included. → `{ revoked }` */
export interface RevokeTokens {
	client?: string;
}

/** A file that an agent attaches in the desk. Exactly one of text and base64. */
export interface DeskFile {
	fileName: string;
	contentType?: string;
	text?: string;
	base64?: string;
	/** Pasted into the text instead of attached. */
	inline?: boolean;
}

/** `POST /_sandbox/agent/:ticketId/replies`, with files. */
export interface AgentReplyWithFiles extends AgentReply {
	files?: DeskFile[];
}

/**
 * `POST /_sandbox/zendesk/handmade`: the set-up of the Braze document as a person clicks it together. 201 with {@link Handmade}.
 * Running it twice makes it twice, as clicking twice does.
 */
export interface HandmadeSetup {
	/** Base URL of Braze's REST API; the sandbox's own when absent. */
	brazeUrl?: string;
	/** REST API key with campaigns.trigger.send. */
	brazeApiKey?: string;
	/** Campaign of the document's step 2.2. */
	replyCampaignId?: string;
	/** Campaign of its step 4. */
	solvedCampaignId?: string;
	/** Zendesk's language when the titles were typed; `en`. */
	language?: 'en' | 'fr';
}

export interface Handmade {
	categoryId: string;
	/** One for each trigger, in the document's order. */
	webhookIds: [string, string];
	triggerIds: [number, number];
	userFieldId: number;
}

/** `POST /_sandbox/zendesk/suspended-tickets`: mail from somebody who is not trusted. 201 with `{ id }`. */
export interface NewSuspendedTicket {
	name: string;
	email: string;
	subject: string;
	text: string;
}
