import type { Limits } from '../limits';
import type { TextStyle } from './text';

export type DialectName = 'braze' | 'clevertap' | 'zendesk';

/** A call that `connected_content` wants to make. */
export interface HttpRequest {
	method: 'GET' | 'POST';
	url: string;
	headers: Record<string, string>;
	body?: string;
	/** Milliseconds. */
	timeout: number;
	/** Bytes of the answer. */
	maxBytes: number;
	/** The caller must not follow redirects. */
	followRedirects: false;
}

export interface HttpAnswer {
	status: number;
	headers: Record<string, string>;
	body: string;
}

export interface BasicAuthCredential {
	username: string;
	password: string;
	/** The only host it may go to; any where it is not given. */
	domain?: string;
}

export type CatalogItem = Record<string, unknown>;

export interface RenderOptions {
	dialect: DialectName;
	/** Namespaces such as `custom_attribute` as objects; standard attributes such as `first_name` at the top. */
	context: Record<string, unknown>;
	contentBlocks?: Record<string, string> | ((name: string) => Promise<string | undefined>);
	/** Makes the calls of `connected_content`. Without it that tag is an error. */
	http?: (request: HttpRequest) => Promise<HttpAnswer>;
	/** Hosts that `connected_content` may call although they are private or loopback addresses, e.g. `127.0.0.1:8080`. */
	allowedPrivateHosts?: string[];
	/** Credentials that `:basic_auth name` may use. */
	basicAuth?: Record<string, BasicAuthCredential>;
	/** Headers that `:auth_credentials name` adds, and the only host they may go to. */
	authCredentials?: Record<string, { headers: Record<string, string>; domain?: string }>;
	/** Items by catalog and item id, for `catalog_items`. */
	catalogs?: Record<string, Record<string, CatalogItem>>;
	/** Items by catalog and selection, for `catalog_selection_items`. */
	catalogSelections?: Record<string, Record<string, CatalogItem[]>>;
	/** Codes by promotion list; each use in a render takes the next one. */
	promotions?: Record<string, string[]>;
	limits?: Partial<Limits>;
	/** How arrays and hashes print; see TextStyle. */
	style?: Partial<TextStyle>;
	/** The moment `'now'` means; the current one unless given. */
	now?: Date;
}

/** Options, and beside them those that have a default. */
export interface RenderRequest {
	options: RenderOptions;
	limits: Limits;
	style: TextStyle;
	/** Milliseconds since 1970. */
	now: number;
}

export interface Rendered {
	text: string;
	/** True when `abort_message` ran: Braze would not send. `text` is then empty. */
	aborted: boolean;
	abortReason?: string;
	messageExtras: Record<string, string>;
	/** What the template does that the vendor ignores or may treat otherwise. */
	warnings: string[];
}
