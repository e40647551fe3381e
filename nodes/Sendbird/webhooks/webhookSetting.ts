import { z } from '../../shared/schema';
import type { Answer, Call } from '../../shared/transport/call';

export const SETTING_DOCS = 'https://sendbird.com/docs/chat/platform-api/v3/webhook/choose-which-events-to-subscribe-to';

/** An application's one webhook; Sendbird wraps it in `webhook`. */
const setting = z.object({
	webhook: z
		.object({
			enabled: z.boolean().default(false),
			url: z.string().nullish().transform((url) => url ?? ''),
			include_members: z.boolean().default(false),
			enabled_events: z.array(z.string()).default([]),
		})
		.passthrough(),
});

export type WebhookSetting = z.infer<typeof setting>['webhook'];

const PATH = '/v3/applications/settings/webhook';

export const readSettingCall = (withAllCategories = false): Call => ({ method: 'GET', path: PATH, query: withAllCategories ? { display_all_webhook_categories: true } : undefined });

/** What is not named stays as it is; an empty list of events switches the webhook off. */
export interface SettingChange {
	enabled?: boolean;
	url?: string;
	include_members?: boolean;
	enabled_events?: readonly string[];
}

export const writeSettingCall = (change: SettingChange): Call => ({ method: 'PUT', path: PATH, body: change });

export const settingOf = ({ body }: Answer): WebhookSetting => setting.parse(body).webhook;
