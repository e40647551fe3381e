import { emitChange } from './events';
import { newId } from '../ids';
import { openWindow } from '../sending/sendWindow';
import type { MessengerState } from '../state';
import type { Person } from '../types';

/** The person comments on a post of the Page, or posts on it: the Page may answer privately, once. */
export function personComments(state: MessengerState, person: Person, text: string, kind: 'comment_id' | 'post_id'): string {
	const id = `${person.pageId}_${newId()}`;
	person.comments.set(id, { kind, at: Date.now(), answered: false });
	openWindow(person);
	state.world.events.add({ vendor: 'messenger', kind: 'customer', summary: `${person.first_name} ${kind === 'comment_id' ? 'comments' : 'posts'} "${text}"`, customer: person.psid });
	const item = kind === 'comment_id' ? 'comment' : 'post';
	emitChange(state, state.pageOf(person), 'feed', { item, verb: 'add', [kind]: id, message: text, from: { id: person.psid, name: `${person.first_name} ${person.last_name}` }, created_time: Math.floor(Date.now() / 1000) });
	return id;
}
