import { badParam } from '../graph/errors';
import type { SendInput } from './messageInput';
import { RULES } from '../rules';
import type { MessengerState } from '../state';
import type { Person } from '../types';

/** What the Page does besides writing: typing, seen, reactions. */
export function senderAction(state: MessengerState, person: Person, action: NonNullable<SendInput['sender_action']>, payload: SendInput['payload']): void {
	if (action === 'react' || action === 'unreact') {
		const message = person.chat.find(({ mid }) => mid === payload?.message_id);
		if (message === undefined) throw badParam('Param payload[message_id] is not a message of this conversation', RULES.reactionTarget);
		const others = (message.reactions ?? []).filter(({ by }) => by !== 'page');
		if (action === 'unreact') message.reactions = others;
		else if (payload?.reaction === undefined || payload.reaction === '') throw badParam('The parameter payload[reaction] is required', RULES.reactionTarget);
		else message.reactions = [...others, { by: 'page', reaction: payload.reaction }];
	}
	state.world.events.add({ vendor: 'messenger', kind: 'sent', summary: `${person.first_name} sees ${action}`, customer: person.psid });
}
