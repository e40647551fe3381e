import { z } from 'zod';
import { json, jsonBytes, jsonObject, type Json } from '../json';

const action = z.enum(['OPEN_APP', 'URI', 'DEEP_LINK', 'CLOSE']).optional();
const link = { uri: z.string().optional(), use_webview: z.boolean().optional() };

const common = {
	message_variation_id: z.string().optional(),
	custom_uri: z.string().optional(),
	sound: z.string().optional(),
	send_to_most_recent_device_only: z.boolean().optional(),
	// Braze has an error of its own for an `extra` that is no dictionary.
	extra: json.optional(),
};

const appleAlert = z.object({
	body: z.string().optional(),
	title: z.string().optional(),
	title_loc_key: z.string().optional(),
	title_loc_args: z.array(z.string()).optional(),
	action_loc_key: z.string().optional(),
	loc_key: z.string().optional(),
	loc_args: z.array(z.string()).optional(),
	sound: z.string().optional(),
});

/** `messages.apple_push`. Source: Braze, Apple object. */
export const applePush = z
	.object({
		...common,
		alert: z.union([z.string(), appleAlert]).optional(),
		badge: z.number().int().optional(),
		'content-available': z.boolean().optional(),
		interruption_level: z.enum(['passive', 'active', 'time-sensitive', 'critical']).optional(),
		relevance_score: z.number().min(0).max(1).optional(),
		expiry: z.string().refine((text) => !Number.isNaN(Date.parse(text)), 'must be an ISO 8601 date').optional(),
		use_webview: z.boolean().optional(),
		notification_group_thread_id: z.string().optional(),
		asset_url: z.string().optional(),
		asset_file_type: z.enum(['aif', 'gif', 'jpg', 'm4a', 'mp3', 'mp4', 'png', 'wav']).optional(),
		collapse_id: z.string().optional(),
		mutable_content: z.boolean().optional(),
		category: z.string().optional(),
		buttons: z.array(z.object({ action_id: z.string(), action, ...link })).optional(),
		apns_priority: z.number().int().min(1).max(10).optional(),
	})
	.superRefine((push, problems) => {
		const text = typeof push.alert === 'object' ? push.alert.body : push.alert;
		if (text === undefined && push['content-available'] !== true) problems.addIssue({ code: 'custom', path: ['alert'], message: 'is required unless content-available is true' });
		if (push.asset_url !== undefined && push.asset_file_type === undefined) problems.addIssue({ code: 'custom', path: ['asset_file_type'], message: 'is required if asset_url is present' });
	});
export type ApplePush = z.infer<typeof applePush>;

const titled = { ...common, alert: z.string(), title: z.string() };
const button = z.object({ text: z.string(), action, ...link });

/** `messages.android_push`. Source: Braze, Android object. */
export const androidPush = z.object({
	...titled,
	notification_channel_id: z.string().optional(),
	priority: z.number().int().optional(),
	send_to_sync: z.boolean().optional(),
	collapse_key: z.string().optional(),
	summary_text: z.string().optional(),
	time_to_live: z.number().int().optional(),
	notification_id: z.number().int().optional(),
	push_icon_image_url: z.string().optional(),
	accent_color: z.number().int().optional(),
	buttons: z.array(button).optional(),
	conversation_data: jsonObject.optional(),
});

/** `messages.kindle_push`. Source: Braze, Kindle and FireOS object. */
export const kindlePush = z.object({ ...titled, priority: z.number().int().optional(), collapse_key: z.string().optional() });

/** `messages.web_push`. Source: Braze, web objects. */
export const webPush = z.object({
	...titled,
	image_url: z.string().optional(),
	large_image_url: z.string().optional(),
	require_interaction: z.boolean().optional(),
	time_to_live: z.number().int().optional(),
	buttons: z.array(button).optional(),
});

export type TitledPush = z.infer<typeof androidPush> | z.infer<typeof kindlePush> | z.infer<typeof webPush>;

export const APPLE_MAX_BYTES = 1912;
export const ANDROID_MAX_BYTES = 4000;

const bytesOf = (value: Json | undefined): number => (value === undefined ? 0 : jsonBytes(value));

/** Everything of an Apple push counts. */
export const appleBytes = (push: ApplePush): number => bytesOf(json.parse(JSON.parse(JSON.stringify(push))));
/** The alert and `extra` count. */
export const androidBytes = ({ alert, extra }: TitledPush): number => Buffer.byteLength(alert) + bytesOf(extra);
