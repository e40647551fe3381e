import { z } from 'zod';

/** `messages.webhook`: headers are a hash, the body is a text. Source: Braze, webhook object. */
export const webhookObject = z.object({
	url: z.string(),
	request_method: z.enum(['POST', 'PUT', 'DELETE', 'GET']),
	request_headers: z.record(z.string()).optional(),
	body: z.string().optional(),
	message_variation_id: z.string().optional(),
});
export type WebhookObject = z.infer<typeof webhookObject>;
