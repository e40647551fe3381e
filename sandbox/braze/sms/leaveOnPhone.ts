import { randomUUID } from 'node:crypto';
import type { PhoneMessage } from '../../control/types';
import type { BrazeState } from '../state';

/** A text arrives on a phone. `by`: what made it arrive, for whoever looks at the phone. */
export function leaveOnPhone(state: BrazeState, phone: string, text: string, by: string, media: string[] = []): void {
	const message: PhoneMessage = { id: randomUUID(), at: new Date().toISOString(), direction: 'in', text, media, by };
	state.phone(phone).push(message);
}
