import { deliverMessage } from '../deliveries/deliverMessage';
import { changeOwner } from './threadControl';
import { INBOX_APP_ID } from '../seed';
import type { MessengerState } from '../state';
import type { Person } from '../types';

/** Somebody answers by hand in the Page inbox: the apps see an echo with the inbox's app id. `take`: the inbox takes the thread first. */
export function inboxWrites(state: MessengerState, person: Person, text: string, take: boolean): string {
	if (take) changeOwner(state, person, 'take', INBOX_APP_ID);
	return deliverMessage(state, person, { appId: INBOX_APP_ID, text });
}
