import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { peopleControl } from './controlPeople';
import { personControl } from './controlPersons';
import { personControlMore } from './controlPersonsMore';
import type { MessengerApp, MessengerErrorFault, MessengerLimits, MessengerSubscriptions, PageChange, Release, TokenChange } from './controlTypes';
import { isErrorName } from '../graph/errors';
import { rawEvents } from '../deliveries/rawEvents';
import { APP_ID } from '../seed';
import type { MessengerState } from '../state';
import type { App, Permission } from '../types';

const appChange: z.ZodType<MessengerApp> = z.object({
	appId: z.string().optional(),
	mode: z.enum(['live', 'development']).optional(),
	requireAppSecretProof: z.boolean().optional(),
	humanAgent: z.boolean().optional(),
	profileReviewed: z.boolean().optional(),
	webhookTimeoutMs: z.number().positive().optional(),
	errorStatus: z.number().int().nullable().optional(),
});
const permission = z.enum(['pages_messaging', 'pages_manage_metadata', 'pages_show_list', 'pages_read_engagement', 'pages_utility_messaging', 'page_utility_messaging']);
const tokenChange = z.object({ token: z.string(), state: z.enum(['valid', 'expired', 'password', 'invalid']).optional(), permissions: z.array(permission).optional() }) satisfies z.ZodType<TokenChange>;
const pageChange: z.ZodType<PageChange> = z.object({ defaultAppId: z.string().nullable().optional(), restricted: z.boolean().optional() });
const errorFault = z.object({
	error: z.string().refine(isErrorName),
	call: z.string().optional(),
	message: z.string().optional(),
	times: z.number().int().positive().optional(),
	acted: z.boolean().optional(),
});
const release: z.ZodType<Release> = z.object({ as: z.enum(['one', 'entries', 'each']), reversed: z.boolean().optional() });
const limits: z.ZodType<Partial<MessengerLimits>> = z
	.object({ callsPerEngagedPerson: z.number(), sendsPerSecond: z.number(), mediaPerSecond: z.number(), conversationsPerSecond: z.number(), privateRepliesPerHour: z.number() })
	.partial()
	.strict();

type Answer = { status?: number; body: unknown };

/** A control call with a JSON body of this shape. */
function post<Input>(app: FastifyInstance, path: string, schema: z.ZodType<Input, z.ZodTypeDef, unknown>, act: (input: Input, params: Record<string, string>) => Answer): void {
	app.post<{ Params: Record<string, string> }>(`/_sandbox/messenger${path}`, async (request, reply) => {
		const parsed = schema.safeParse(request.body ?? {});
		if (!parsed.success) return await reply.code(400).send({ error: `${parsed.error.issues[0].path.join('.')} ${parsed.error.issues[0].message}`.trim() });
		const { status = 200, body } = act(parsed.data, request.params);
		return await reply.code(status).send(body);
	});
}

const NOT_FOUND: Answer = { status: 404, body: { error: 'no such app, Page or token' } };

function changeApp(state: MessengerState, app: App, { mode, requireAppSecretProof, humanAgent, profileReviewed, webhookTimeoutMs, errorStatus }: MessengerApp): MessengerApp {
	if (mode !== undefined) app.mode = mode;
	if (requireAppSecretProof !== undefined) app.requireAppSecretProof = requireAppSecretProof;
	if (humanAgent !== undefined) app.humanAgent = humanAgent;
	if (profileReviewed !== undefined) app.profileReviewed = profileReviewed;
	if (webhookTimeoutMs !== undefined) state.settings.webhookTimeoutMs = webhookTimeoutMs;
	if (errorStatus !== undefined) state.settings.errorStatus = errorStatus ?? undefined;
	return {
		appId: app.id,
		mode: app.mode,
		requireAppSecretProof: app.requireAppSecretProof,
		humanAgent: app.humanAgent,
		profileReviewed: app.profileReviewed,
		webhookTimeoutMs: state.settings.webhookTimeoutMs,
		errorStatus: state.settings.errorStatus ?? null,
	};
}

/** Settings that people change in dashboards: app, Page, tokens. */
function settings(app: FastifyInstance, state: MessengerState): void {
	post(app, '/app', appChange, (input) => {
		const changed = state.apps.get(input.appId ?? APP_ID);
		return changed === undefined ? NOT_FOUND : { body: changeApp(state, changed, input) };
	});
	post(app, '/page/:id', pageChange, ({ defaultAppId, restricted }, { id }) => {
		const page = state.pages.get(id);
		if (page === undefined) return NOT_FOUND;
		if (defaultAppId !== undefined) page.defaultAppId = defaultAppId ?? undefined;
		if (restricted !== undefined) page.restricted = restricted;
		return { body: { defaultAppId: page.defaultAppId ?? null, restricted: page.restricted } };
	});
	post(app, '/tokens', tokenChange, ({ token: text, state: fate, permissions }) => {
		const token = state.tokens.find(({ value }) => value === text);
		if (token === undefined) return NOT_FOUND;
		if (fate !== undefined) token.state = fate;
		if (permissions !== undefined) token.permissions = permissions satisfies Permission[];
		return { body: { ok: true } };
	});
}

/** Trouble, and the order of deliveries. */
function weather(app: FastifyInstance, state: MessengerState): void {
	post(app, '/errors', errorFault, (fault: MessengerErrorFault) => {
		state.errors.add(fault);
		return { body: { ok: true } };
	});
	app.delete('/_sandbox/messenger/errors', async () => {
		state.errors.clear();
		return { ok: true };
	});
	post(app, '/limits', limits, (wanted) => {
		Object.assign(state.usage.limits, wanted);
		state.usage.forget();
		return { body: state.usage.limits };
	});
	post(app, '/deliveries/hold', z.object({}), () => {
		state.outbox.hold();
		return { body: { ok: true } };
	});
	post(app, '/deliveries/release', release, (how) => ({ body: { released: state.outbox.release(how) } }));
}

function truth(app: FastifyInstance, state: MessengerState): void {
	app.get('/_sandbox/messenger/subscriptions', async (): Promise<MessengerSubscriptions> => ({
		apps: [...state.apps.values()].flatMap(({ id, subscriptions }) =>
			[...subscriptions.values()].map(({ object, callback_url: callbackUrl, verify_token: verifyToken, fields }) => ({ appId: id, object, callbackUrl, verifyToken, fields })),
		),
		pages: [...state.pages.values()].flatMap(({ id, subscribedApps }) => [...subscribedApps].map(([appId, fields]) => ({ pageId: id, appId, fields }))),
	}));
}

/** Messenger's part of the control API. */
export function messengerControl(app: FastifyInstance, state: MessengerState): void {
	peopleControl(app, state);
	personControl(app, state);
	personControlMore(app, state);
	rawEvents(app, state);
	settings(app, state);
	weather(app, state);
	truth(app, state);
}
