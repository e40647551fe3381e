import { z } from 'zod';

/** `messages.sms`. Source: Braze, SMS object. */
export const smsObject = z.object({
	subscription_group_id: z.string(),
	body: z.string(),
	app_id: z.string(),
	message_variation_id: z.string().optional(),
	media_items: z.array(z.union([z.string(), z.object({ url: z.string() })])).optional(),
	link_shortening_enabled: z.boolean().optional(),
	user_click_tracking_enabled: z.boolean().optional(),
});
export type SmsObject = z.infer<typeof smsObject>;
