import { field, type InputOf, type Problem } from '../../shared/operation';
import { filled, hasLiquid, LIQUID_HINT, missing, otherFields, shownIn, variationField, type Channel } from './channel';

const shown = shownIn('email');

/** https://www.braze.com/docs/api/objects_filters/messaging/email_object/ */
export const emailFields = {
	emailFrom: shown(field.requiredText({ displayName: 'From', placeholder: 'Ada <ada@example.com>', description: 'Display name and address, one that your workspace may send from' })),
	emailSubject: shown(field.optionalText({ displayName: 'Subject', hint: LIQUID_HINT })),
	emailBody: shown(field.optionalText({ displayName: 'Body (HTML)', hint: LIQUID_HINT, description: 'Needed unless an email template is given' })),
	emailVariation: shown(variationField('Email', 'searchEmailVariations')),
	emailMore: shown(
		field.extras({
			displayName: 'More Email Fields',
			placeholder: 'Add Email Field',
			fields: {
				attachments: field.rows({
					displayName: 'Attachments',
					description: 'Files up to 2 MB that Braze fetches at the send',
					placeholder: 'Add Attachment',
					rowName: 'Attachment',
					fields: {
						fileName: field.requiredText({ displayName: 'File Name', placeholder: 'invoice', description: 'Without its extension, which the URL tells' }),
						url: field.requiredText({ displayName: 'URL', placeholder: 'https://example.com/invoice.pdf' }),
						basicAuthCredential: field.optionalText({ displayName: 'Basic Auth Credential', description: 'The name of a credential in Settings > Connected Content, where the URL needs one' }),
					},
					most: 20,
				}),
				bcc: field.optionalText({ displayName: 'BCC', description: 'One of the BCC addresses in your workspace\'s email settings' }),
				extras: field.namedValues({ displayName: 'Extras', description: 'Key-value pairs handed to the email provider' }),
				headers: field.namedValues({ displayName: 'Headers', description: 'Further headers of the email' }),
				otherFields,
				plaintextBody: field.optionalText({ displayName: 'Plaintext Body', description: 'Made out of the HTML by Braze when left out' }),
				preheader: field.optionalText({ displayName: 'Preheader', description: 'The preview text behind the subject; 50 to 100 characters are best' }),
				replyTo: field.optionalText({ displayName: 'Reply To', description: 'An address, or NO_REPLY_TO for none; else your workspace\'s own', placeholder: 'help@example.com' }),
				shouldInlineCss: field.toggle({ displayName: 'Inline CSS', description: 'Whether Braze writes the style sheet into the elements; else your workspace\'s own setting', initial: true }),
				templateId: field.optionalId({ displayName: 'Email Template ID', description: 'Gives subject, body and CSS inlining where they are not filled in here' }),
			},
		}),
	),
};

type Input = InputOf<typeof emailFields>;

const ADDRESS = /^[^<>]*<[^\s<>@]+@[^\s<>@]+>$|^[^\s<>@]+@[^\s<>@]+$/;

const isAddress = (text: string): boolean => hasLiquid(text) || ADDRESS.test(text.trim());

function problem(input: Input): Problem | undefined {
	const { emailFrom, emailBody, emailMore } = input;
	const gap = missing(emailFields, input, ['emailFrom']);
	if (gap !== undefined) return gap;
	if (emailFrom !== undefined && !isAddress(emailFrom)) return { displayName: 'From', message: 'must be like "Ada <ada@example.com>"' };
	if (emailBody === undefined && emailMore?.templateId === undefined) return { displayName: 'Body (HTML)', message: 'is missing; an Email Template ID may stand in for it' };
	const replyTo = emailMore?.replyTo;
	if (replyTo !== undefined && replyTo !== 'NO_REPLY_TO' && !isAddress(replyTo)) return { displayName: 'Reply To', message: 'must be an email address or NO_REPLY_TO' };
	return undefined;
}

function message({ emailFrom, emailSubject, emailBody, emailVariation, emailMore: more = {} }: Input): Record<string, unknown> {
	const attachments = (more.attachments ?? []).map((one) => ({ file_name: one.fileName, url: one.url, basic_auth_credential: one.basicAuthCredential }));
	return {
		from: emailFrom,
		subject: emailSubject,
		body: emailBody,
		message_variation_id: emailVariation,
		email_template_id: more.templateId,
		reply_to: more.replyTo,
		bcc: more.bcc,
		plaintext_body: more.plaintextBody,
		preheader: more.preheader,
		extras: filled(more.extras),
		headers: filled(more.headers),
		should_inline_css: more.shouldInlineCss,
		attachments: attachments.length > 0 ? attachments : undefined,
		...more.otherFields,
	};
}

export const email: Channel<Input> = { key: 'email', problem, message };
