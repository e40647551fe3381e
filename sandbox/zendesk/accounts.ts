import { ACCOUNT_ID } from './ids';

/** One Zendesk account. Its subdomain is a part of the path here, since the sandbox has one host. */
export interface Account {
	subdomain: string;
	/** Below `/zendesk`. */
	path: string;
	/** What its webhooks send as account id. */
	id: number;
}

/** The account of all scenes; it stands at `/zendesk` itself. */
export const SANDBOX_ACCOUNT: Account = { subdomain: 'sandbox', path: '', id: ACCOUNT_ID };

/** A second help desk of the same company, with other tickets, people, clients and tokens. */
export const OUTLET_ACCOUNT: Account = { subdomain: 'sandbox-outlet', path: '/subdomain/sandbox-outlet', id: ACCOUNT_ID + 1 };
