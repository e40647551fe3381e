import type { IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';
import { refused, startedWithBoth } from '../../shared/webhook/intake';
import { header, rawBody } from '../../shared/webhook/rawRequest';
import { Repeats } from '../../shared/webhook/repeats';
import { answerTaken, answerUnreadable } from './answer';
import { failureOf, readStatuses } from './readStatuses';
import { trust, type StatusSecrets } from './trust';

const repeats = new Repeats();

/** Takes what Sendbird believes to post to Braze or CleverTap; the workflow passes it on to the real one. */
export async function receiveStatuses(context: IWebhookFunctions, secrets: StatusSecrets): Promise<IWebhookResponseData> {
	const trusted = trust((name) => header(context, name), secrets);
	if (!trusted.ok) return refused(context, trusted.why);

	const { shape } = trusted;
	const read = readStatuses(shape, (await rawBody(context)).toString('utf8'), new Date());
	if (!read.ok) {
		answerUnreadable(context, shape, read.failure.error.message);
		return { ...startedWithBoth([], [read.failure]), noWebhookResponse: true };
	}
	const place = `${context.getWorkflow().id} ${context.getNode().id}`;
	const fresh = read.events.filter(({ dedupeKey }) => dedupeKey === '' || !repeats.isRepeat(`${place} ${dedupeKey}`));
	answerTaken(context, shape, read.events.length, read.bad);
	const nothingNew = fresh.length + read.bad.length === 0;
	return { ...(nothingNew ? {} : startedWithBoth(fresh, read.bad.map(failureOf))), noWebhookResponse: true };
}
