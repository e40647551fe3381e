import { RULES } from '../rules';
import type { MessengerState } from '../state';
import type { App, Page, Person } from '../types';

/** The app that controls the person's thread, or nobody in particular. */
export function threadOwner(state: MessengerState, person: Person): string | undefined {
	if (person.owner?.until !== undefined && person.owner.until <= Date.now()) person.owner = undefined;
	return person.owner?.appId ?? state.pageOf(person).defaultAppId;
}

/** Whether both layers of the app's subscription hold this field. */
const hears = (app: App, page: Page, field: string): boolean =>
	(app.subscriptions.get('page')?.fields.includes(field) ?? false) && (page.subscribedApps.get(app.id)?.includes(field) ?? false);

/** What an app that does not own the thread gets: a postback loses its payload. */
function forStandby(event: Record<string, unknown>): Record<string, unknown> {
	const { postback } = event;
	if (typeof postback !== 'object' || postback === null) return event;
	return { ...event, postback: Object.fromEntries(Object.entries(postback).filter(([key]) => key !== 'payload')) };
}

export interface PersonEvent {
	/** The webhook field that it is subscribed by. */
	field: string;
	/** From the person to the Page; false for echoes. */
	inbound?: boolean;
	/** Instead of `sender.id`. */
	userRef?: string;
	timestamp?: number;
	/** The event's own key and content: `{ message: … }`. */
	content: Record<string, unknown>;
	/** Only to this app, whoever owns the thread. */
	onlyTo?: string;
}

/** Tells every app that hears this field of the Page; others are left out in silence, with a note where it is the classic fault. */
export function emit(state: MessengerState, person: Person, { field, inbound = true, userRef, timestamp = Date.now(), content, onlyTo }: PersonEvent): void {
	const page = state.pageOf(person);
	const sender = userRef === undefined ? { id: person.psid } : { user_ref: userRef };
	const event = { ...(inbound ? { sender, recipient: { id: page.id } } : { sender: { id: page.id }, recipient: sender }), timestamp, ...content };
	const what = Object.keys(content).join(', ');
	const owner = threadOwner(state, person);
	let heard = false;
	for (const app of state.apps.values()) {
		if (onlyTo !== undefined && app.id !== onlyTo) continue;
		if (app.mode === 'development' && !person.hasRole) {
			if (hears(app, page, field)) state.note(`${app.name} is not told: ${what} of a person without a role`, RULES.developmentEvents, person.psid);
			continue;
		}
		const waits = onlyTo === undefined && owner !== undefined && owner !== app.id;
		if (waits ? !hears(app, page, 'standby') : !hears(app, page, field)) continue;
		heard = true;
		if (waits) state.note(`${app.name} stands by: ${what}`, RULES.standby, person.psid);
		state.outbox.push(app, { pageId: page.id, list: waits ? 'standby' : 'messaging', event: waits ? forStandby(event) : event, what, psid: person.psid });
	}
	if (!heard && field === 'messages') state.note(`nobody is told of the message of ${person.psid}: no app hears the field messages in both layers`, RULES.bothLayers, person.psid);
}

/** A change of the Page itself, in `changes`. */
export function emitChange(state: MessengerState, page: Page, field: string, value: unknown): void {
	for (const app of state.apps.values()) {
		if (hears(app, page, field)) state.outbox.push(app, { pageId: page.id, list: 'changes', event: { field, value }, what: field });
	}
}
