import type { HappeningKind, SentMessage } from '../figures/sentLog';
import { fieldText } from '../users/profile';
import type { BrazeState } from '../state';

/** Whoever clicks in an e-mail has opened it, whether the picture that counts opens was loaded or not. */
const OPENS_FIRST: ReadonlySet<string> = new Set<HappeningKind>(['click', 'unsubscribe']);

/** A person does something with a message: the figures follow, and so does what Braze remembers of the address. */
export function react(state: BrazeState, message: SentMessage, kind: HappeningKind): void {
	const { profile, channel, happenings } = message;
	const at = Date.now();
	if (channel === 'email' && OPENS_FIRST.has(kind) && !happenings.some((one) => one.kind === 'open')) happenings.push({ kind: 'open', at });
	happenings.push({ kind, at });
	const address = fieldText(profile.data, 'email');
	if (channel !== 'email' || address === undefined) return;
	if (kind === 'spam') state.data.email.reportSpam(address);
	if (kind !== 'unsubscribe') return;
	state.data.email.setState(address, 'unsubscribed');
	for (const one of state.having('email', address)) {
		one.data.fields.email_subscribe = 'unsubscribed';
		state.written(one);
	}
}
