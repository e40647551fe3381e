import { brazeVendor } from './braze';
import { cleverTapVendor } from './clevertap';
import { serve, type Sandbox, type ServeOptions } from './core/serve';
import { messengerVendor } from './messenger';
import { sendbirdVendor } from './sendbird';
import { sendbirdNotificationsVendor } from './sendbirdNotifications';
import { zendeskVendor } from './zendesk';

export type { Sandbox } from './core/serve';

/** All vendors on one port of 127.0.0.1. */
export async function startSandbox(options: ServeOptions = {}): Promise<Sandbox> {
	return await serve([brazeVendor, zendeskVendor, messengerVendor, cleverTapVendor, sendbirdVendor, sendbirdNotificationsVendor], options);
}
