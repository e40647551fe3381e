import { field, type InputOf } from '../../../shared/operation';
import type { Problem } from '../../../shared/operation/operation';
import { z } from '../../../shared/schema';
import type { Door } from '../../../shared/transport/door';
import { FailureError } from '../../../shared/transport/failure';
import { NAME } from '../../api';
import type { Names, Targets } from '../../integration/wanted';

const N8N = { way: ['n8n'] };

/** Where the words go; set up and tear down ask the same. */
export const wayFields = {
	way: field.literal(
		field.choice({
			displayName: 'Replies Go To',
			options: [
				{ name: 'Braze Directly', value: 'direct', description: 'As in Braze\'s own guide, without n8n: no retry, no consent check, no note for the agent' },
				{ name: 'N8n', value: 'n8n', description: 'To a Zendesk Support Trigger with the registration "Set Up Beforehand"' },
			],
			initial: 'n8n',
		}),
	),
	endpoint: field.shownWhen(N8N, field.optionalId({ displayName: 'Webhook URL', description: 'The production URL of the trigger node for agents\' replies', placeholder: 'https://n8n.example.com/webhook/…/webhook' })),
	solvedEndpoint: field.shownWhen(N8N, field.optionalId({ displayName: 'Webhook URL for Solved Tickets', description: 'The production URL of the trigger node for status changes; the same as above if empty' })),
};


/** The names in Zendesk when none are given. */
export const DEFAULT_NAMES: Names = { category: 'Trigger a message', webhook: 'Agent replies by SMS', reply: 'Reply by SMS through Braze', solved: 'Ticket solved: tell Braze' };

type Input = InputOf<typeof wayFields>;

const isUrl = (text: string | undefined): boolean => text !== undefined && /^https?:\/\/\S+$/.test(text);

export function checkWay({ way, endpoint, solvedEndpoint }: Input): Problem | undefined {
	if (way !== 'n8n') return undefined;
	if (!isUrl(endpoint)) return { displayName: 'Webhook URL', message: endpoint === undefined ? 'is missing' : 'must be a whole URL with https://' };
	return solvedEndpoint === undefined || isUrl(solvedEndpoint) ? undefined : { displayName: 'Webhook URL for Solved Tickets', message: 'must be a whole URL with https://' };
}

const brazeShape = z.object({ instance: z.string().optional(), baseUrl: z.string().optional(), apiKey: z.string().min(1) });

/** What Zendesk needs to call Braze itself: the key goes from credential to Zendesk and never through an item. */
export async function brazeOf(door: Door): Promise<{ endpoint: string; apiKey: string }> {
	const parsed = brazeShape.safeParse(await door.optionalCredential?.('brazeMessagingApi'));
	const host = parsed.success ? (parsed.data.instance === 'custom' ? parsed.data.baseUrl : parsed.data.instance) : undefined;
	if (parsed.success && isUrl(host)) return { endpoint: `${String(host).replace(/\/+$/, '')}/campaigns/trigger/send`, apiKey: parsed.data.apiKey };
	throw new FailureError({ class: 'unauthorized', vendor: NAME, message: 'Zendesk cannot call Braze without a Braze credential', fix: 'Choose a Braze Messaging API credential in this node; its key needs campaigns.trigger.send.' });
}

export async function targetsOf({ way, endpoint = '', solvedEndpoint }: Input, door: Door): Promise<Targets> {
	if (way === 'n8n') return { reply: endpoint, solved: solvedEndpoint ?? endpoint };
	const braze = await brazeOf(door);
	return { reply: braze.endpoint, solved: braze.endpoint };
}
