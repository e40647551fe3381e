import type { FastifyInstance, FastifyReply } from 'fastify';
import { z } from 'zod';
import type { CustomerText } from '../../control/types';
import type { CreatedCustomer, NewCustomer, ProfileTruth } from './controlTypes';
import type { Json } from '../json';
import { customerId, fieldText, type Profile } from '../users/profile';
import { receiveSms } from '../sms/smsInbound';
import type { BrazeState } from '../state';

const text: z.ZodType<CustomerText> = z.object({ text: z.string(), media: z.array(z.string()).optional() });
const newCustomer: z.ZodType<NewCustomer> = z.object({
	external_id: z.string().min(1).optional(),
	first_name: z.string().optional(),
	last_name: z.string().optional(),
	phone: z.string().regex(/^\+[1-9]\d{5,14}$/),
	email: z.string().optional(),
	language: z.string().optional(),
});

interface ById {
	Params: { id: string };
}

const typeOf = (value: Json): string => (value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value);

function truth(state: BrazeState, profile: Profile): ProfileTruth {
	return {
		external_id: profile.externalId ?? null,
		braze_id: profile.brazeId,
		fields: profile.data.fields,
		custom_attributes: profile.data.custom,
		types: Object.fromEntries(Object.entries(profile.data.custom).map(([name, value]) => [name, typeOf(value)])),
		sms: state.subscriptions.of(profile) ?? 'unknown',
		events: profile.events.map(({ name, properties }) => ({ name, properties })),
		purchases: profile.purchases.map(({ productId }) => productId),
	};
}

function signUp(app: FastifyInstance, state: BrazeState): void {
	app.post('/_sandbox/customers', async (request, reply) => {
		const parsed = newCustomer.safeParse(request.body);
		if (!parsed.success) {
			const { path, message } = parsed.error.issues[0];
			return reply.code(400).send({ error: `${path.join('.')}: ${message}` });
		}
		const { external_id: externalId, ...fields } = parsed.data;
		if (externalId !== undefined && state.byExternalId(externalId)) return reply.code(409).send({ error: `${externalId} exists` });
		const profile = state.create({ externalId, fields });
		state.subscriptions.set(profile, 'subscribed');
		state.world.events.add({ vendor: 'braze', kind: 'note', summary: `${customerId(profile)} signed up, with consent to SMS`, customer: customerId(profile) });
		const created: CreatedCustomer = { id: customerId(profile), external_id: externalId ?? null, braze_id: profile.brazeId };
		return reply.code(201).send(created);
	});
}

/** Customers, their phones, and what Braze really holds of them. `:id` is an external id or a braze id. */
export function customerControl(app: FastifyInstance, state: BrazeState): void {
	signUp(app, state);
	const find = (id: string): Profile | undefined => state.byExternalId(id) ?? state.byBrazeId(id);
	const unknown = (reply: FastifyReply, id: string) => reply.code(404).send({ error: `no customer ${id}` });

	app.post<ById>('/_sandbox/customer/:id/messages', async (request, reply) => {
		const profile = find(request.params.id);
		if (!profile) return unknown(reply, request.params.id);
		const parsed = text.safeParse(request.body);
		if (!parsed.success) return reply.code(400).send({ error: 'text: a text; media: a list of URLs' });
		const phone = fieldText(profile.data, 'phone');
		if (phone === undefined) return reply.code(409).send({ error: `${request.params.id} has no phone` });
		const { message } = receiveSms(state, phone, parsed.data.text, parsed.data.media ?? []);
		return reply.code(202).send(message);
	});

	app.get<ById>('/_sandbox/customer/:id/phone', async (request, reply) => {
		const profile = find(request.params.id);
		if (!profile) return unknown(reply, request.params.id);
		const phone = fieldText(profile.data, 'phone');
		return { messages: phone === undefined ? [] : state.phone(phone) };
	});

	app.get<ById>('/_sandbox/braze/profiles/:id', async (request, reply) => {
		const profile = find(request.params.id);
		return profile ? truth(state, profile) : unknown(reply, request.params.id);
	});
}
