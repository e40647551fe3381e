import type { IDataObject } from 'n8n-workflow';
import { z } from '../../shared/schema';
import type { Answer, Call } from '../../shared/transport/call';
import { marked } from '../ownMark';
import { sendingAs } from '../window';
import type { Envelope } from './messageFields';

/** The Page is named, so that the token of another one fails instead of sending from there. */
const PATH = '/{page}/messages';

export const actionCall = (body: object): Call => ({ method: 'POST', path: PATH, body });

/** One message; what it is stands in `message`, as the Send API names it. */
export function messageCall({ recipient, as, more }: Envelope, message: object): Call {
	return actionCall({
		recipient,
		...(as === 'UTILITY' ? { messaging_type: as } : sendingAs(as)),
		notification_type: more.notificationType,
		persona_id: more.personaId,
		reply_to: more.replyTo === undefined ? undefined : { mid: more.replyTo },
		message: { ...message, metadata: marked(more.metadata) },
	});
}

/** `recipient_id` is absent where the recipient was no PSID. */
const sentShape = z.object({ message_id: z.string({ required_error: 'it has no message_id' }), recipient_id: z.coerce.string().optional() });

export interface Sent extends IDataObject {
	messageId: string;
	/** The PSID, as far as Meta told it. */
	recipientId: string;
}

export function sentIn(answer: Answer): Sent {
	const { message_id: messageId, recipient_id: recipientId } = sentShape.parse(answer.body);
	return { messageId, recipientId: recipientId ?? '' };
}
