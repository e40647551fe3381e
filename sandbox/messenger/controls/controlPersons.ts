import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { ChatMessage, PersonMessage, PersonOptin, PersonPostback, PersonReferral } from './controlTypes';
import { personFollowsLink, personOptsIn, personReads, personTaps, personWrites } from '../deliveries/inbound';
import { INBOX_APP_ID } from '../seed';
import type { MessengerState } from '../state';
import type { Person, StoredMessage } from '../types';

const attachment = z.object({ type: z.string(), payload: z.record(z.unknown()).nullish() });

const message: z.ZodType<PersonMessage> = z
	.object({ text: z.string().optional(), attachments: z.array(attachment).optional(), quickReply: z.string().optional(), replyTo: z.string().optional() })
	.refine(({ text, attachments, quickReply }) => text !== undefined || attachments !== undefined || quickReply !== undefined, 'text, attachments or quickReply');
const postback: z.ZodType<PersonPostback> = z.object({ title: z.string(), payload: z.string() });
const optin: z.ZodType<PersonOptin> = z.object({ ref: z.string().optional(), userRef: z.string().optional(), type: z.literal('notification_messages').optional(), title: z.string().optional() });
const referral: z.ZodType<PersonReferral> = z.object({ ref: z.string(), source: z.enum(['SHORTLINK', 'ADS']).optional(), adId: z.string().optional() });

interface Done {
	status: number;
	body: unknown;
}

export type PersonAct<Input> = (person: Person, input: Input) => Done | undefined;

const OK: Done = { status: 202, body: { ok: true } };

/** `POST /_sandbox/messenger/persons/:psid/<what>`; 404 for a stranger, 400 for a wrong shape, 409 where the person cannot. */
export function personAct<Input>(app: FastifyInstance, state: MessengerState, what: string, schema: z.ZodType<Input, z.ZodTypeDef, unknown>, act: PersonAct<Input>, evenBlocked = false): void {
	app.post(`/_sandbox/messenger/persons/:psid/${what}`, async (request: FastifyRequest, reply: FastifyReply) => {
		const { psid } = request.params as { psid: string };
		const person = state.person(psid);
		if (person === undefined) return await reply.code(404).send({ error: `persons: ${state.people.map((each) => each.psid).join(', ')}` });
		const parsed = schema.safeParse(request.body ?? {});
		if (!parsed.success) return await reply.code(400).send({ error: `${parsed.error.issues[0].path.join('.')} ${parsed.error.issues[0].message}`.trim() });
		if (person.blocked && !evenBlocked) return await reply.code(409).send({ error: 'this person blocked the Page' });
		const { status, body } = act(person, parsed.data) ?? OK;
		return await reply.code(status).send(body);
	});
}

/** A message as the person sees it. */
export function shown(state: MessengerState, person: Person, { at, appId, deleted, edits, ...message }: StoredMessage): ChatMessage {
	const app = appId === INBOX_APP_ID ? 'Page inbox' : state.apps.get(appId ?? '')?.name;
	return { ...message, at: new Date(at).toISOString(), by: app ?? `${person.first_name} ${person.last_name}`, ...(deleted ? { deleted } : {}), ...(edits === undefined ? {} : { edits }) };
}

/** What a person does, and the chat as the person sees it. */
export function personControl(app: FastifyInstance, state: MessengerState): void {
	personAct(app, state, 'messages', message, (person, input) => {
		const written = personWrites(state, person, input);
		if (written === undefined) return { status: 409, body: { error: 'this quick reply is not on offer' } };
		return { status: 202, body: shown(state, person, written) };
	});
	personAct(app, state, 'postbacks', postback, (person, input) => {
		personTaps(state, person, input);
		return undefined;
	});
	personAct(app, state, 'optins', optin, (person, input) => ({ status: 202, body: { ok: true, notificationMessagesToken: personOptsIn(state, person, input) } }));
	personAct(app, state, 'referrals', referral, (person, input) => ({ status: 202, body: { ok: true, as: personFollowsLink(state, person, input) } }));
	personAct(app, state, 'reads', z.object({}), (person) => {
		personReads(state, person);
		return undefined;
	});
	personAct(app, state, 'block', z.object({ blocked: z.boolean().default(true) }), (person, { blocked }) => {
		person.blocked = blocked;
		return undefined;
	}, true);
	app.get<{ Params: { psid: string } }>('/_sandbox/messenger/persons/:psid/chat', async ({ params }, reply) => {
		const person = state.person(params.psid);
		if (person === undefined) return await reply.code(404).send({ error: 'no such person' });
		return { messages: person.chat.map((each) => shown(state, person, each)) };
	});
}
