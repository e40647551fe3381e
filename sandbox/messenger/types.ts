import type { ChatMessage } from './controls/controlTypes';

/** Times are ms since 1970, so that ageing can move them. */
export type Millis = number;

/** What a token may do; in Meta's own names. */
export type Permission =
	| 'pages_messaging'
	| 'pages_manage_metadata'
	| 'pages_show_list'
	| 'pages_read_engagement'
	| 'pages_utility_messaging'
	| 'page_utility_messaging';

export interface AppSubscription {
	object: string;
	callback_url: string;
	verify_token: string;
	fields: string[];
	include_values: boolean;
}

export interface App {
	id: string;
	name: string;
	secret: string;
	mode: 'live' | 'development';
	/** The setting "Require App Secret". */
	requireAppSecretProof: boolean;
	/** The reviewed feature Human Agent. */
	humanAgent: boolean;
	/** Review for locale, timezone and gender of people. */
	profileReviewed: boolean;
	/** One an object: a new one replaces the old. */
	subscriptions: Map<string, AppSubscription>;
}

export type TokenState = 'valid' | 'expired' | 'password' | 'invalid';

export interface Token {
	value: string;
	kind: 'page' | 'user' | 'app';
	appId: string;
	/** Of a Page token. */
	pageId?: string;
	permissions: readonly Permission[];
	state: TokenState;
}

export interface Persona {
	id: string;
	name: string;
	profile_picture_url: string;
}

export type AttachmentType = 'image' | 'audio' | 'video' | 'file';

export interface SavedAttachment {
	id: string;
	type: AttachmentType;
	url: string;
	createdAt: Millis;
}

export interface UtilityTemplate {
	id: string;
	name: string;
	language: string;
	category: 'UTILITY';
	status: 'PENDING' | 'APPROVED';
	components: Array<Record<string, unknown>>;
}

export interface Page {
	id: string;
	name: string;
	category: string;
	link: string;
	username: string;
	about: string;
	fan_count: number;
	/** App id to the fields that it hears. */
	subscribedApps: Map<string, string[]>;
	/** The default app of Conversation Routing. */
	defaultAppId?: string;
	/** Temporarily restricted from sending. */
	restricted: boolean;
	messengerProfile: Record<string, unknown>;
	/** Times of profile writes. */
	profileWrites: Millis[];
	personas: Persona[];
	attachments: Map<string, SavedAttachment>;
	templates: UtilityTemplate[];
	labels: Array<{ id: string; name: string }>;
	orderNumbers: Set<string>;
	nlp: Record<string, unknown>;
}

export interface StoredMessage extends Omit<ChatMessage, 'at' | 'by'> {
	at: Millis;
	/** The app that sent it; absent where the person did. */
	appId?: string;
}

/** A person towards one Page. */
export interface Person {
	psid: string;
	pageId: string;
	/** The same for one person on several Pages. */
	humanId: string;
	first_name: string;
	last_name: string;
	profile_pic: string;
	locale: string;
	timezone: number;
	gender: string;
	/** Without: 2018218. */
	hasProfile: boolean;
	/** Has a role on the app, so reachable in development mode. */
	hasRole: boolean;
	blocked: boolean;
	/** When the thread began; absent while the person never acted towards the Page. */
	startedAt?: Millis;
	/** The last action that opens the window. */
	lastInboundAt?: Millis;
	/** Who controls the thread; nobody in particular when absent. */
	owner?: { appId: string; until?: Millis };
	chat: StoredMessage[];
	/** A ref that the person came with before the first message. */
	waitingReferral?: Record<string, unknown>;
	persistentMenu?: unknown;
	labels: Set<string>;
	/** From opt-ins. */
	userRefs: Set<string>;
	notificationTokens: Set<string>;
	/** Comments and visitor posts that may be answered privately once. */
	comments: Map<string, { kind: 'comment_id' | 'post_id'; at: Millis; answered: boolean }>;
}
