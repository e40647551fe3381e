import type { Rule } from '../../control/types';
import type { InboxContent } from '../controls/controlTypes';
import { markSent, noteNotSent } from '../campaigns/eligibility';
import type { SentMessage } from '../figures/sentLog';
import { newId } from '../ids';
import type { JsonObject } from '../json';
import type { MessageSource } from './liquidContext';
import { customerId, type Profile } from '../users/profile';
import { NotSent, renderer, type Render } from './render';
import { sandboxRule } from '../rules';
import type { BrazeState } from '../state';
import type { Channel } from './channels';

/** One message on its way to one person. */
export interface Outgoing {
	profile: Profile;
	source: MessageSource;
	dispatchId: string;
	sendId?: string;
	/** ms since 1970: when it was due. */
	at: number;
	context?: JsonObject;
	triggerProperties?: JsonObject;
}

export interface Written {
	content: InboxContent;
	/** Where the message came to nothing although it was sent. */
	result?: SentMessage['result'];
	why?: Rule;
}

/** As the transcript says them. */
const LABELS: Partial<Record<Channel, string>> = { sms: 'SMS', email: 'e-mail' };

export const nameOf = (source: MessageSource): string => (source.kind === 'none' ? 'API message' : source.name);

function markOwner(state: BrazeState, source: MessageSource, profile: Profile, at: number): void {
	const campaign = source.kind === 'campaign' ? state.campaign(source.id) : undefined;
	if (campaign) markSent(state, campaign, profile, at);
	else state.touch(profile);
}

const asNotSent = (error: unknown): NotSent =>
	error instanceof NotSent ? error : new NotSent(sandboxRule(`a defect of the sandbox: ${error instanceof Error ? error.message : String(error)}`));

/**
 * Writes one message, keeps it in the log that all figures come from, and tells the transcript. `write` throws {@link NotSent} where Braze sends nothing;
 * that is noted and no figure moves.
 */
export async function sendOut(
	state: BrazeState,
	channel: Channel,
	outgoing: Outgoing,
	write: (render: Render) => Promise<Written>,
): Promise<SentMessage | undefined> {
	const { profile, source, dispatchId, sendId, at, context, triggerProperties } = outgoing;
	const id = newId();
	const name = nameOf(source);
	const customer = customerId(profile);
	const render = renderer(state, source, profile, profile.data, { dispatchId, context, triggerProperties, messageId: id });
	const written = await write(render).catch(asNotSent);
	if (written instanceof NotSent) {
		noteNotSent(state, { name }, profile, written.rule);
		return undefined;
	}
	const { content, result = 'delivered', why } = written;
	markOwner(state, source, profile, at);
	const to = `${LABELS[channel] ?? channel} to ${customer} (${name})`;
	const summary = result === 'delivered' ? `${to}: ${content.subject ?? content.title ?? content.text}` : `${to} ${result}`;
	// A webhook has reached nobody yet: its delivery is an event of its own.
	state.world.events.add({ vendor: 'braze', kind: result === 'delivered' && channel !== 'webhook' ? 'sent' : 'note', summary, customer, rule: why });
	return state.messaging.sent.add({ id, at, channel, profile, dispatchId, source, sendId, result, content });
}
