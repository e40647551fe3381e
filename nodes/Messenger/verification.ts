import type { IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';
import { isObject } from '../shared/text/isObject';
import { sameSecret } from '../shared/webhook/verify';

/** Some query parsers turn `hub.mode` into an underscore or into an object. */
function hub(query: Record<string, unknown>, name: string): string | undefined {
	const nested = isObject(query.hub) ? query.hub[name] : undefined;
	const value = query[`hub.${name}`] ?? query[`hub_${name}`] ?? nested;
	return typeof value === 'string' ? value : undefined;
}

/** Meta's GET before it uses a callback: the challenge goes back as it came, where mode and token are right. */
export function verifyCallback(context: IWebhookFunctions, verifyToken: string | undefined): IWebhookResponseData {
	const query: Record<string, unknown> = { ...context.getQueryData() };
	const challenge = hub(query, 'challenge');
	const response = context.getResponseObject();
	const isTrue = hub(query, 'mode') === 'subscribe' && challenge !== undefined && sameSecret(verifyToken, hub(query, 'verify_token'));
	if (isTrue) {
		response.status(200).type('text/plain').send(challenge);
	} else {
		context.logger.warn(`${context.getNode().name}: a verification of the callback was refused: the verify token is missing or wrong`);
		response.status(403).end();
	}
	return { noWebhookResponse: true };
}
