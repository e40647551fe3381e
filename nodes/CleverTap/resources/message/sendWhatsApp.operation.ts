import { whatsApp } from '../../campaign/channels/whatsApp';
import { sendOperation } from '../../sending/sendOperation';

export const sendWhatsApp = sendOperation(whatsApp, {
	name: 'Send WhatsApp',
	action: 'Send a template message to users',
	description: 'Send a WhatsApp template, written here, to the users of the items, up to 1,000 a call; items with the same content share a call',
});
