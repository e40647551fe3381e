import { emit } from './events';
import { openWindow } from '../sending/sendWindow';
import type { MessengerState } from '../state';
import type { Person, StoredMessage } from '../types';

/** Reactions with a name of their own; any other emoji is `other`. */
const NAMES: Record<string, string> = { '❤': 'love', '😆': 'smile', '😠': 'angry', '😢': 'sad', '😮': 'wow', '👍': 'like', '👎': 'dislike' };

const told = (state: MessengerState, person: Person, what: string): void => {
	state.world.events.add({ vendor: 'messenger', kind: 'customer', summary: `${person.first_name} ${what}`, customer: person.psid });
};

/** The person puts an emoji on a message, or takes it away; that opens the window. */
export function personReacts(state: MessengerState, person: Person, message: StoredMessage, emoji: string | undefined): void {
	const others = (message.reactions ?? []).filter(({ by }) => by !== 'person');
	message.reactions = emoji === undefined ? others : [...others, { by: 'person', reaction: emoji }];
	openWindow(person);
	told(state, person, emoji === undefined ? 'takes a reaction away' : `reacts with ${emoji}`);
	const content = emoji === undefined ? { mid: message.mid, action: 'unreact' } : { mid: message.mid, action: 'react', reaction: NAMES[emoji] ?? 'other', emoji };
	emit(state, person, { field: 'message_reactions', content: { reaction: content } });
}

/** The person corrects an own message: the mid stays. */
export function personEdits(state: MessengerState, person: Person, message: StoredMessage, text: string): void {
	message.text = text;
	message.edits = (message.edits ?? 0) + 1;
	told(state, person, `edits a message to "${text}"`);
	emit(state, person, { field: 'message_edits', content: { message_edit: { mid: message.mid, text, num_edit: message.edits } } });
}

/** The person takes an own message back: what was stored of it must go. */
export function personUnsends(state: MessengerState, person: Person, message: StoredMessage): void {
	message.deleted = true;
	message.text = undefined;
	message.attachments = undefined;
	told(state, person, 'takes a message back');
	emit(state, person, { field: 'messages', content: { message: { mid: message.mid, is_deleted: true } } });
}
