import type { FastifyInstance, FastifyReply } from 'fastify';
import { z } from 'zod';
import type { SendbirdApplication } from './application';
import { readChannel } from './channels/channelReads';
import type { ApplicationTruth, ManyUsers, PersonMessage, PersonRead, SendbirdErrorFault, SendbirdLimits, SendbirdSettings } from './controlTypes';
import { isErrorCode, SendbirdError } from './errors';
import { sendInto } from './messages/messageSend';
import { newUser } from './users/newUser';
import { presentMessage } from './present';
import type { Channel } from './types';

interface Answer {
	status?: number;
	body: unknown;
}

/** A control call below `/_sandbox/sendbird` with a JSON body of this shape; a refusal of the API becomes 409. */
export function controlCall<Input>(app: FastifyInstance, method: 'GET' | 'POST' | 'DELETE', path: string, schema: z.ZodType<Input, z.ZodTypeDef, unknown>, act: (input: Input, params: Record<string, string>) => Answer): void {
	app.route({
		method,
		url: `/_sandbox/sendbird${path}`,
		handler: async (request, reply: FastifyReply) => {
			const parsed = schema.safeParse(request.body ?? {});
			if (!parsed.success) return await reply.code(400).send({ error: `${parsed.error.issues[0].path.join('.')} ${parsed.error.issues[0].message}`.trim() });
			const { status = 200, body } = act(parsed.data, request.params as Record<string, string>);
			return await reply.code(status).send(body);
		},
		errorHandler: (error: Error & { statusCode?: number }, _request, reply) => {
			const status = error instanceof SendbirdError ? (error.code === '400301' || error.code === '400201' ? 404 : 409) : (error.statusCode ?? 500);
			return reply.code(status).send({ error: error.message });
		},
	});
}

const NONE = z.object({});
const manyUsers: z.ZodType<ManyUsers> = z.object({ prefix: z.string().min(1), count: z.number().int().min(1).max(200_000) });
const personMessage: z.ZodType<PersonMessage> = z.object({ channelUrl: z.string().optional(), text: z.string().min(1) });
const personRead: z.ZodType<PersonRead> = z.object({ channelUrl: z.string().optional() });
const settings: z.ZodType<Partial<SendbirdSettings>> = z
	.object({ userMissingCode: z.enum(['400201', '400301']), missingVariables: z.enum(['empty', 'refuse']), unknownTargets: z.enum(['skip', 'refuse']), webhookTimeoutMs: z.number().positive() })
	.partial()
	.strict();
const limits: z.ZodType<Partial<SendbirdLimits>> = z.object({ getPerSecond: z.number(), otherPerSecond: z.number(), strictPerSecond: z.number() }).partial().strict();
const errorFault = z.object({ code: z.string().refine(isErrorCode), call: z.string().optional(), message: z.string().optional(), times: z.number().int().positive().optional() }) satisfies z.ZodType<SendbirdErrorFault>;

function people(app: FastifyInstance, application: SendbirdApplication): void {
	const channelFor = (userId: string, url: string | undefined): Channel => {
		application.user(userId);
		const channel = url === undefined ? application.channelsOf(userId)[0] : application.channel(url);
		if (channel === undefined || !channel.members.has(userId)) throw new SendbirdError('400108', { text: 'a person acts in own channels only', certainty: 'sandbox' }, `${userId} is in no such channel`);
		return channel;
	};
	controlCall(app, 'POST', '/users', manyUsers, ({ prefix, count }) => {
		let created = 0;
		for (let index = 1; index <= count; index++) {
			const id = `${prefix}${index}`;
			if (application.users.has(id)) continue;
			application.users.set(id, newUser({ user_id: id, nickname: id, profile_url: '' }));
			created += 1;
		}
		return { status: 201, body: { created } };
	});
	controlCall(app, 'POST', '/users/:id/messages', personMessage, ({ channelUrl, text }, { id }) => {
		const channel = channelFor(id, channelUrl);
		if (channel.freeze && channel.members.get(id)?.role !== 'operator') return { status: 409, body: { error: 'the channel is frozen' } };
		application.activeUser(id);
		application.world.events.add({ vendor: 'sendbird', kind: 'customer', summary: `${id} writes in the app: ${text}`, customer: id });
		return { status: 202, body: presentMessage(application, channel, sendInto(application, channel, { type: 'MESG', user_id: id, message: text }, 'JavaScript')) };
	});
	controlCall(app, 'POST', '/users/:id/reads', personRead, ({ channelUrl }, { id }) => {
		readChannel(application, channelFor(id, channelUrl), id);
		return { status: 202, body: { ok: true } };
	});
}

/** The chat host's part of the control API. */
export function sendbirdControl(app: FastifyInstance, application: SendbirdApplication): void {
	people(app, application);
	controlCall(app, 'GET', '/application', NONE, () => ({
		body: {
			appId: application.appId,
			tokens: { master: application.token('master'), secondary: application.token('secondary'), notifications: application.token('notifications'), braze: application.token('braze'), clevertap: application.token('clevertap') },
			webhook: application.webhook,
		} satisfies ApplicationTruth,
	}));
	controlCall(app, 'GET', '/settings', NONE, () => ({ body: application.settings }));
	controlCall(app, 'POST', '/settings', settings, (wanted) => ({ body: Object.assign(application.settings, wanted) }));
	controlCall(app, 'POST', '/limits', limits, (wanted) => {
		application.rates.forget();
		return { body: Object.assign(application.rates.limits, wanted) };
	});
	controlCall(app, 'POST', '/errors', errorFault, (fault) => {
		application.errors.add(fault);
		return { body: { ok: true } };
	});
	controlCall(app, 'DELETE', '/errors', NONE, () => {
		application.errors.clear();
		return { body: { ok: true } };
	});
}
