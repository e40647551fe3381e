import type { Resource } from '../../../shared/operation';
import { privateReply } from './privateReply.operation';
import { react } from './react.operation';
import { reply } from './reply.operation';
import { sendAttachment } from './sendAttachment.operation';
import { sendButtonTemplate } from './sendButtonTemplate.operation';
import { senderAction } from './senderAction.operation';
import { sendGenericTemplate } from './sendGenericTemplate.operation';
import { sendMediaTemplate } from './sendMediaTemplate.operation';
import { sendQuickReplies } from './sendQuickReplies.operation';
import { sendReceiptTemplate } from './sendReceiptTemplate.operation';
import { sendText } from './sendText.operation';
import { sendUtilityTemplate } from './sendUtilityTemplate.operation';
import { sendWithinWindow } from './sendWithinWindow.operation';

export const message: Resource = {
	name: 'Message',
	operations: {
		privateReply,
		react,
		reply,
		sendAttachment,
		sendButtonTemplate,
		senderAction,
		sendGenericTemplate,
		sendMediaTemplate,
		sendQuickReplies,
		sendReceiptTemplate,
		sendText,
		sendUtilityTemplate,
		sendWithinWindow,
	},
};
