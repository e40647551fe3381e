import { webPush } from '../../campaign/channels/webPush';
import { sendOperation } from '../../sending/sendOperation';

export const sendWebPush = sendOperation(webPush, {
	name: 'Send Web Push',
	action: 'Send a web push message to users',
	description: 'Send a web push message, written here, to the users of the items, up to 1,000 a call; items with the same content share a call',
});
