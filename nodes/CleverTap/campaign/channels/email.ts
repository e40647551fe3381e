import { field } from '../../../shared/operation';
import { missing, type Channel } from './channel';

const fields = {
	emailSubject: field.requiredText({ displayName: 'Subject' }),
	emailBody: field.requiredText({ displayName: 'HTML', description: 'The whole message as HTML' }),
	emailSender: field.requiredId({ displayName: 'Sender Name' }),
	emailReplyTo: field.optionalEmail({ displayName: 'Reply To' }),
};

export const email: Channel<typeof fields> = {
	mode: 'email',
	fields,
	byProvider: true,
	check: ({ emailSubject, emailBody, emailSender }) => missing({ Subject: emailSubject, HTML: emailBody, 'Sender Name': emailSender }),
	content: ({ emailSubject, emailBody, emailSender, emailReplyTo }) => ({ subject: emailSubject, body: emailBody, sender_name: emailSender, reply_to: emailReplyTo }),
};
