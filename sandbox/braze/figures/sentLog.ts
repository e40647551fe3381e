import type { InboxContent } from '../controls/controlTypes';
import type { MessageSource } from '../messages/liquidContext';
import type { Channel } from '../messages/channels';
import type { Profile } from '../users/profile';

/** What the person, or the carrier on the person's behalf, did with a message. */
export const HAPPENINGS = ['open', 'click', 'dismiss', 'unsubscribe', 'spam', 'opt_out', 'help'] as const;
export type HappeningKind = (typeof HAPPENINGS)[number];

export interface Happening {
	kind: HappeningKind;
	/** ms since 1970 */
	at: number;
}

export interface SentMessage {
	readonly id: string;
	/** ms since 1970 */
	at: number;
	readonly channel: Channel;
	readonly profile: Profile;
	readonly dispatchId: string;
	readonly source: MessageSource;
	/** Given where the send is tracked by a send id. */
	readonly sendId?: string;
	result: 'delivered' | 'bounced' | 'failed';
	readonly content: InboxContent;
	readonly happenings: Happening[];
}

/** Every message that left: the one source of inboxes and of all figures. */
export class SentLog {
	messages: SentMessage[] = [];

	clear(): void {
		this.messages = [];
	}

	age(ms: number): void {
		for (const message of this.messages) {
			message.at -= ms;
			for (const happening of message.happenings) happening.at -= ms;
		}
	}

	add(message: Omit<SentMessage, 'happenings'>): SentMessage {
		const kept: SentMessage = { ...message, happenings: [] };
		this.messages.push(kept);
		return kept;
	}

	/** What reached this person, oldest first. */
	inboxOf(profile: Profile): SentMessage[] {
		return this.messages.filter((message) => message.profile === profile && message.result === 'delivered' && message.channel !== 'webhook');
	}

	/** The latest message of this channel that reached this person. */
	lastTo(profile: Profile, channel: Channel): SentMessage | undefined {
		return this.inboxOf(profile).filter((message) => message.channel === channel).at(-1);
	}
}
