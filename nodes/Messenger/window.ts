const HOUR_MS = 60 * 60_000;

/** The standard messaging window: 24 hours from what the person last did. https://developers.facebook.com/docs/messenger-platform/policy/policy-overview */
export const WINDOW_MS = 24 * HOUR_MS;

/** How long a person's answer may go out as Human Agent. */
export const HUMAN_AGENT_MS = 7 * 24 * HOUR_MS;

export interface Occasion {
	/** ms; undefined where the person is not known to have ever written. */
	lastInboundAt: number | undefined;
	now: number;
	/** Who wrote the words: only a person's may go out as Human Agent. Automated use of it is a violation. */
	writtenBy: 'automation' | 'person';
	/** RESPONSE answers what the person said, UPDATE begins something. Both only inside the window. */
	purpose: 'RESPONSE' | 'UPDATE';
}

export type SendAs = 'RESPONSE' | 'UPDATE' | 'HUMAN_AGENT';

export type Decision = { send: true; as: SendAs } | { send: false; reason: string; fix: string };

const ALTERNATIVE = 'Use another channel or a utility template, or wait until the person writes.';

const agoOf = (ms: number): string => (ms < 2 * WINDOW_MS ? `${Math.floor(ms / HOUR_MS)} hours` : `${Math.floor(ms / WINDOW_MS)} days`);

/** How a message may go out at this moment, or why it may not. To be asked right before the send: a window can end while a message waits. Pure. */
export function decide({ lastInboundAt, now, writtenBy, purpose }: Occasion): Decision {
	if (lastInboundAt === undefined) return { send: false, reason: 'the person is not known to have ever written to the Page', fix: `Give the time of the person's last message. ${ALTERNATIVE}` };
	const age = now - lastInboundAt;
	if (age <= WINDOW_MS) return { send: true, as: purpose };
	const ago = `the person last wrote ${agoOf(age)} ago`;
	if (age > HUMAN_AGENT_MS) return { send: false, reason: `${ago}, and after 7 days not even a person may answer`, fix: ALTERNATIVE };
	if (writtenBy === 'person') return { send: true, as: 'HUMAN_AGENT' };
	return { send: false, reason: `${ago}, and after 24 hours only a person may answer`, fix: `Let a person write the answer (Human Agent, until 7 days are over). ${ALTERNATIVE}` };
}

/** `messaging_type` and `tag`, as the Send API names them. */
export const sendingAs = (as: SendAs): { messaging_type: string; tag?: string } => (as === 'HUMAN_AGENT' ? { messaging_type: 'MESSAGE_TAG', tag: as } : { messaging_type: as });
