import { email } from '../../campaign/channels/email';
import { sendOperation } from '../../sending/sendOperation';

export const sendEmail = sendOperation(email, {
	name: 'Send Email',
	action: 'Send an email to users',
	description: 'Send an email, written here, to the users of the items, up to 1,000 a call; items with the same content share a call',
});
