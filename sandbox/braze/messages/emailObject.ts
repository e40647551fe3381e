import { z } from 'zod';
import { jsonObject } from '../json';

const ADDRESS = /^[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+$/;
const SENDER = /^[^<>]*\S\s*<[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+>$/;

const attachment = z.object({ file_name: z.string().min(1), url: z.string().url(), basic_auth_credential: z.string().optional() });

/** What an e-mail says, wherever it is kept: in a send, a template, a step of a Canvas. */
export const emailContent = z.object({
	from: z.string().regex(SENDER, 'must be a valid email address in the format "Display Name <email@address.com>"'),
	subject: z.string().optional(),
	body: z.string().optional(),
	plaintext_body: z.string().optional(),
	preheader: z.string().optional(),
	reply_to: z.string().refine((text) => text === 'NO_REPLY_TO' || ADDRESS.test(text), 'must be a valid email address or "NO_REPLY_TO"').optional(),
});
export type EmailContent = z.infer<typeof emailContent>;

/** `messages.email`. Source: Braze, email object. */
export const emailObject = emailContent.extend({
	app_id: z.string(),
	bcc: z.string().regex(ADDRESS, 'must be a valid email address').optional(),
	email_template_id: z.string().optional(),
	message_variation_id: z.string().optional(),
	extras: jsonObject.optional(),
	headers: jsonObject.optional(),
	should_inline_css: z.boolean().optional(),
	attachments: z.array(attachment).optional(),
});
export type EmailObject = z.infer<typeof emailObject>;
