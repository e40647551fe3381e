import type { IDataObject } from 'n8n-workflow';
import type { Door } from '../../shared/transport/door';
import { FailureError, isPassing, type Failure } from '../../shared/transport/failure';
import { messageCall, sentIn, type Sent } from './messageCall';
import type { Envelope } from './messageFields';

/** Half a text is out: nobody may send the whole of it again, not even n8n's Retry On Fail, so a passing failure becomes an unknown outcome. */
function brokenOff(failure: Failure, sent: Sent[], count: number): Failure {
	if (sent.length === 0) return failure;
	return {
		...failure,
		class: isPassing(failure) ? 'unknownOutcome' : failure.class,
		message: `Part ${sent.length + 1} of ${count} was not sent: ${failure.message}`,
		fix: `${failure.fix} The ${sent.length} part(s) before it are with the person (${sent.map(({ messageId }) => messageId).join(', ')}): send only the rest.`,
	};
}

/** Messages to one person, in their order, each one after the other has been taken. */
export async function sendParts(door: Door, envelope: Envelope, messages: object[]): Promise<IDataObject> {
	const sent: Sent[] = [];
	for (const message of messages) {
		const more = sent.length === 0 ? envelope.more : { ...envelope.more, replyTo: undefined };
		const result = await door.attempt(messageCall({ ...envelope, more }, message), 'onlyIfNothingHappened');
		if (!result.ok) throw new FailureError(brokenOff(result.failure, sent, messages.length));
		sent.push(sentIn(result.answer));
	}
	const last = sent[sent.length - 1];
	return { ...last, messageIds: sent.map(({ messageId }) => messageId) };
}
