import { field } from '../../../shared/operation';
import { missing, type Channel } from './channel';

const fields = { smsBody: field.requiredText({ displayName: 'Text' }) };

export const sms: Channel<typeof fields> = {
	mode: 'sms',
	fields,
	byProvider: true,
	check: ({ smsBody }) => missing({ Text: smsBody }),
	content: ({ smsBody }) => ({ body: smsBody }),
};
