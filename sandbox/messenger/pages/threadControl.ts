import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { badParam, GraphError } from '../graph/errors';
import { emit, threadOwner } from '../deliveries/events';
import { pageEdge, type PageCall } from '../graph/graph';
import { idText, structured } from '../graph/params';
import { findRecipient, recipientInput } from '../sending/recipients';
import { RULES } from '../rules';
import { INBOX_APP_ID } from '../seed';
import type { MessengerState } from '../state';
import type { Person } from '../types';

const common = { recipient: recipientInput, metadata: z.string().optional() };

const permissions = ['pages_messaging' as const];

const personOf = (state: MessengerState, { page, input, request }: PageCall<{ recipient: z.output<typeof recipientInput> }>): Person => {
	const { person } = findRecipient(state, page, input.recipient);
	request.notes.customer = person.psid;
	return person;
};

/** Only the owner gives away what it owns; where nobody owns the thread anybody may. */
function requireOwner(state: MessengerState, person: Person, appId: string): string | undefined {
	const owner = threadOwner(state, person);
	if (owner !== undefined && owner !== appId) throw new GraphError('10/2018300', RULES.routingRefused);
	return owner;
}

const numeric = (appId: string | undefined): string | null => appId ?? null;

/** The thread changes hands, and the app concerned is told. */
export function changeOwner(state: MessengerState, person: Person, how: 'pass' | 'take', newOwner: string, metadata?: string): void {
	const previous = threadOwner(state, person);
	person.owner = { appId: newOwner };
	const content = { previous_owner_app_id: numeric(previous), new_owner_app_id: newOwner, ...(metadata === undefined ? {} : { metadata }) };
	const concerned = how === 'pass' ? newOwner : previous;
	if (concerned !== undefined && state.apps.has(concerned)) {
		emit(state, person, { field: 'messaging_handovers', onlyTo: concerned, content: { [`${how}_thread_control`]: content } });
	}
	state.note(`thread of ${person.psid}: ${how} from ${previous ?? 'nobody'} to ${newOwner}`, RULES.routingEvents, person.psid);
}

function giveAndTake(app: FastifyInstance, state: MessengerState): void {
	pageEdge(app, state, {
		method: 'POST',
		path: '/:node/pass_thread_control',
		permissions,
		input: z.object({ ...common, target_app_id: idText }),
		answer(call) {
			const person = personOf(state, call);
			const { target_app_id: target, metadata } = call.input;
			requireOwner(state, person, call.app.id);
			if (target !== INBOX_APP_ID && !state.apps.has(target)) throw badParam('Param target_app_id is not an app of this Page');
			changeOwner(state, person, 'pass', target, metadata);
			return { success: true };
		},
	});
	pageEdge(app, state, {
		method: 'POST',
		path: '/:node/take_thread_control',
		permissions,
		input: z.object(common),
		answer(call) {
			const person = personOf(state, call);
			if (call.page.defaultAppId === undefined) throw new GraphError('10', RULES.takeNeedsDefault, '(#10) Control can only be taken where the Page has a default application');
			changeOwner(state, person, 'take', call.app.id, call.input.metadata);
			return { success: true };
		},
	});
}

/** Conversation Routing, in the calls of the Handover Protocol. */
export function threadControl(app: FastifyInstance, state: MessengerState): void {
	giveAndTake(app, state);
	pageEdge(app, state, {
		method: 'POST',
		path: '/:node/request_thread_control',
		permissions,
		input: z.object(common),
		answer(call) {
			const person = personOf(state, call);
			const owner = threadOwner(state, person);
			const content = { request_thread_control: { requested_owner_app_id: call.app.id, ...(call.input.metadata === undefined ? {} : { metadata: call.input.metadata }) } };
			if (owner !== undefined && owner !== call.app.id) emit(state, person, { field: 'messaging_handovers', onlyTo: owner, content });
			return { success: true };
		},
	});
	pageEdge(app, state, {
		method: 'POST',
		path: '/:node/release_thread_control',
		permissions,
		input: z.object(common),
		answer(call) {
			const person = personOf(state, call);
			requireOwner(state, person, call.app.id);
			person.owner = undefined;
			return { success: true };
		},
	});
	pageEdge(app, state, {
		method: 'POST',
		path: '/:node/extend_thread_control',
		permissions,
		input: z.object({ ...common, duration: z.coerce.number().positive() }),
		answer(call) {
			const person = personOf(state, call);
			requireOwner(state, person, call.app.id);
			person.owner = { appId: call.app.id, until: Date.now() + call.input.duration * 1000 };
			return { success: true };
		},
	});
	threadOwnerEdge(app, state);
}

function threadOwnerEdge(app: FastifyInstance, state: MessengerState): void {
	pageEdge(app, state, {
		method: 'GET',
		path: '/:node/thread_owner',
		permissions,
		// The query names the PSID itself, not an object.
		input: z.object({ recipient: structured(z.union([idText, z.object({ id: idText }).transform(({ id }) => id)])) }),
		answer(call) {
			const { person } = findRecipient(state, call.page, { id: call.input.recipient });
			const owner = threadOwner(state, person);
			return { data: owner === undefined ? [] : [{ thread_owner: { app_id: owner } }] };
		},
	});
}
