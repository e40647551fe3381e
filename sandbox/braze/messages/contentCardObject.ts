import { z } from 'zod';
import { jsonObject } from '../json';

const MOST_MS = 30 * 24 * 3_600_000;

/** `messages.content_card`; a card lives 30 days at most. Source: Braze, content card object. */
export const contentCardObject = z
	.object({
		type: z.enum(['CLASSIC', 'CAPTIONED_IMAGE', 'BANNER']),
		title: z.string(),
		description: z.string(),
		message_variation_id: z.string().optional(),
		pinned: z.boolean().optional(),
		image_url: z.string().optional(),
		time_to_live: z.number().int().positive().max(MOST_MS / 1000).optional(),
		expire_at: z
			.string()
			.refine((text) => !Number.isNaN(Date.parse(text)), 'must be an ISO 8601 date')
			.refine((text) => Date.parse(text) <= Date.now() + MOST_MS, 'must be at most 30 days ahead')
			.optional(),
		expire_in_local_time: z.boolean().optional(),
		ios_uri: z.string().optional(),
		android_uri: z.string().optional(),
		web_uri: z.string().optional(),
		ios_use_webview: z.boolean().optional(),
		android_use_webview: z.boolean().optional(),
		uri_text: z.string().optional(),
		extra: jsonObject.optional(),
	})
	.superRefine((card, problems) => {
		if (card.type !== 'CLASSIC' && card.image_url === undefined) problems.addIssue({ code: 'custom', path: ['image_url'], message: `is required for ${card.type}` });
		if (card.time_to_live === undefined && card.expire_at === undefined) problems.addIssue({ code: 'custom', path: ['expire_at'], message: 'or time_to_live is required' });
	});
export type ContentCardObject = z.infer<typeof contentCardObject>;
