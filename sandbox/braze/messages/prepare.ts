import type { FastifyRequest } from 'fastify';
import { newDispatchId } from '../ids';
import { MESSAGING_RULES } from './messagingRules';
import { unconfirmed } from '../rules';
import type { Job } from '../schedules/schedules';
import type { BrazeState } from '../state';
import { refuseBadAudience } from './audience';
import { checkMessages, type CheckedMessage } from './check';
import { messagesJob } from './job';
import { readMessages } from './messageObjects';
import { requireApiCampaign, trackedSendId, type MessagesRequest } from './request';

export interface Prepared {
	job: Job;
	dispatchId: string;
	/** Told in the answer where the send is tracked. */
	sendId?: string;
}

/** Reads and checks `messages`; the log says what was not understood. */
function readAndCheck(state: BrazeState, given: MessagesRequest, request: FastifyRequest): CheckedMessage[] {
	const campaign = requireApiCampaign(state, given.campaign_id);
	const { messages, unknown } = readMessages(given.messages);
	request.notes.rule = unknown.length > 0 ? unconfirmed(`ignored, since no message object knows them: ${unknown.join(', ')}`) : MESSAGING_RULES.accepted;
	return checkMessages(state, campaign, messages);
}

function jobOf(state: BrazeState, given: MessagesRequest, messages: readonly CheckedMessage[], ids: { dispatchId: string; sendId?: string }): Job {
	return {
		...messagesJob(state, given, messages, ids),
		rewrite: (others, request) => {
			const changed = { ...given, messages: others };
			return jobOf(state, changed, readAndCheck(state, changed, request), ids);
		},
	};
}

/** Everything that is wrong with the call is said now, before anything is sent or scheduled. */
export function prepare(state: BrazeState, given: MessagesRequest, request: FastifyRequest): Prepared {
	const messages = readAndCheck(state, given, request);
	refuseBadAudience(state, given);
	const sendId = trackedSendId(state, given);
	const dispatchId = newDispatchId();
	return { job: jobOf(state, given, messages, { dispatchId, sendId }), dispatchId, sendId };
}
