import { sms } from '../../campaign/channels/sms';
import { sendOperation } from '../../sending/sendOperation';

export const sendSms = sendOperation(sms, {
	name: 'Send SMS',
	action: 'Send a text message to users',
	description: 'Send a text message, written here, to the users of the items, up to 1,000 a call; items with the same content share a call',
});
