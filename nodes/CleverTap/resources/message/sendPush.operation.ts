import { push } from '../../campaign/channels/push';
import { sendOperation } from '../../sending/sendOperation';

export const sendPush = sendOperation(push, {
	name: 'Send Push',
	action: 'Send a push message to users',
	description: 'Send a push message, written here, to the users of the items, up to 1,000 a call; items with the same content share a call',
});
