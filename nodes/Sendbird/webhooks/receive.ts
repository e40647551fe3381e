import type { IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';
import { dropped, refused, startedWithBoth } from '../../shared/webhook/intake';
import { header, rawBody } from '../../shared/webhook/rawRequest';
import { Repeats } from '../../shared/webhook/repeats';
import { readWebhook } from './readWebhook';
import { distrust } from './signature';

const identified = new Repeats();

/** Sendbird tries three times within 5 s each. Where only the bytes are a key they are forgotten soon: the same may really happen again. */
const sameBytes = new Repeats(60_000);

export interface Receiver {
	vendor: string;
	/** What Sendbird signs with. */
	key: string | undefined;
	/** Whether a category is wanted. */
	isWanted: (category: string) => boolean;
	/** User ids whose messages are dropped. */
	ignored: readonly string[];
}

/** Answered 200 at once, whatever we could not read: Sendbird waits 5 s and would only send the same again. */
export async function receiveWebhook(context: IWebhookFunctions, { vendor, key, isWanted, ignored }: Receiver): Promise<IWebhookResponseData> {
	const body = await rawBody(context);
	const reason = distrust(body, header(context, 'x-sendbird-signature'), key);
	if (reason !== undefined) return refused(context, reason);

	const read = readWebhook(body.toString('utf8'), new Date(), vendor);
	if (!read.ok) return startedWithBoth([], [read.failure]);
	const { event, isIdentified } = read;
	if (!isWanted(event.event) || ignored.includes(String(event.customer.userId))) return dropped;
	const place = `${context.getWorkflow().id} ${context.getNode().id}`;
	const isRepeat = (isIdentified ? identified : sameBytes).isRepeat(`${place} ${event.dedupeKey}`);
	return isRepeat ? dropped : startedWithBoth([event], []);
}
