import { createHmac } from 'crypto';
import type { IHttpRequestOptions } from 'n8n-workflow';
import { ZendeskSupportTrigger } from '../../../nodes/Zendesk/ZendeskSupportTrigger.node';
import { deliver } from '../../support/delivery';
import { commentAdded } from './ticketEvents';

const OLD = 'signing-secret-of-yesterday';
const NEW = 'signing-secret-of-today';

interface World {
	/** What Zendesk holds now; null: it refuses to show it. */
	secret: string | null;
	looks: number;
	/** What the trigger remembers, kept between deliveries as n8n does. */
	staticData: { webhookId: string; secret: string };
	workflowId: string;
}

let workflows = 0;
const world = (secret: string | null = NEW): World => ({ secret, looks: 0, staticData: { webhookId: 'w1', secret: OLD }, workflowId: `renewal-${workflows++}` });

interface Signed {
	secret?: string;
	webhookId?: string;
	commentId?: string;
	ageSeconds?: number;
}

async function post(zendesk: World, { secret = NEW, webhookId = 'w1', commentId = '501', ageSeconds = 0 }: Signed = {}) {
	const body = commentAdded({ id: commentId });
	const timestamp = new Date(Date.now() - ageSeconds * 1000).toISOString();
	return await deliver({
		nodeType: new ZendeskSupportTrigger(),
		parameters: { event: 'agentReply', channel: 'sms', windowSeconds: 300, statuses: [] },
		credentials: { subdomain: 'acme' },
		headers: {
			'x-zendesk-webhook-id': webhookId,
			'x-zendesk-webhook-invocation-id': 'inv-1',
			'x-zendesk-webhook-signature-timestamp': timestamp,
			'x-zendesk-webhook-signature': createHmac('sha256', secret).update(`${timestamp}${body}`, 'utf8').digest('base64'),
		},
		body,
		staticData: zendesk.staticData,
		workflowId: zendesk.workflowId,
		offers: {
			getExecutionId: () => undefined,
			helpers: {
				async httpRequestWithAuthentication(_: string, { url }: IHttpRequestOptions) {
					expect(url).toBe('https://acme.zendesk.com/api/v2/webhooks/w1/signing_secret');
					zendesk.looks++;
					if (zendesk.secret === null) return { statusCode: 403, headers: {}, body: { error: 'Forbidden' } };
					return { statusCode: 200, headers: {}, body: { signing_secret: { algorithm: 'SHA256', secret: zendesk.secret } } };
				},
			},
		},
	});
}

it('a secret that was reset at Zendesk is picked up by the next delivery, which is not lost', async () => {
	const zendesk = world();
	expect((await post(zendesk)).outputs[0]).toHaveLength(1);
	expect([zendesk.looks, zendesk.staticData.secret]).toEqual([1, NEW]);
});

it('the one after needs no look any more', async () => {
	const zendesk = world();
	await post(zendesk);
	expect((await post(zendesk, { commentId: '502' })).outputs[0]).toHaveLength(1);
	expect(zendesk.looks).toBe(1);
});

it('many that come at once share one look, and none is lost', async () => {
	const zendesk = world();
	const all = await Promise.all(['601', '602', '603', '604'].map(async (commentId) => await post(zendesk, { commentId })));
	expect(all.map(({ outputs }) => outputs[0]?.length)).toEqual([1, 1, 1, 1]);
	expect(zendesk.looks).toBe(1);
});

it('forged deliveries cost one look a minute, stay out, and leave the secret as it is', async () => {
	const zendesk = world(OLD);
	for (let at = 0; at < 20; at++) expect(await post(zendesk, { secret: 'forged', commentId: `${700 + at}` })).toMatchObject({ status: 401, outputs: [] });
	expect([zendesk.looks, zendesk.staticData.secret]).toEqual([1, OLD]);
	expect((await post(zendesk, { secret: OLD, commentId: '799' })).outputs[0]).toHaveLength(1);
});

it('one for another webhook, and a stale one with the right secret, cost nothing', async () => {
	const zendesk = world();
	expect(await post(zendesk, { webhookId: 'w2' })).toMatchObject({ status: 401 });
	expect(await post(zendesk, { secret: OLD, ageSeconds: 1000 })).toMatchObject({ status: 401 });
	expect(zendesk.looks).toBe(0);
});

it('a stale one with the new secret stays out: it may be an old one, sent again', async () => {
	const zendesk = world();
	expect(await post(zendesk, { ageSeconds: 1000 })).toMatchObject({ status: 401, outputs: [] });
});

it('where Zendesk refuses to show the secret the delivery stays out, and the log says why', async () => {
	const zendesk = world(null);
	const { status, warnings } = await post(zendesk);
	expect([status, warnings.some((text) => /could not be read anew/.test(text))]).toEqual([401, true]);
	expect(JSON.stringify(warnings)).not.toContain(OLD);
});
