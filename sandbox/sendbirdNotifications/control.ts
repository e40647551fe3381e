import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { controlCall } from '../sendbird/control';
import type { CallbackTruth, InboxNotification, InboxRead, NotificationWebhook, SendbirdIntegration, SendbirdUserTruth, StrayCallback, TemplateTruth } from '../sendbird/controlTypes';
import { invalid, notFound } from '../sendbird/errors';
import type { User } from '../sendbird/types';
import { enqueue } from './callbacks';
import { readInbox } from './inbox';
import { newTemplate } from './seed';
import type { NotificationsState } from './state';
import { ESPS, type Callback, type Esp, type Notification } from './types';

const NONE = z.object({});
const iso = (at: number): string => new Date(at).toISOString();
const target = z.union([z.string(), z.number()]);

const integration: z.ZodType<Partial<SendbirdIntegration>> = z
	.object({
		endpoint: z.string().url().nullable(), key: z.string(), projectId: z.string(), callback: z.boolean(), readBeforeSent: z.boolean(), repeat: z.number().int().min(1).max(100), identity: z.enum(['esp', 'sendbird']),
		identityField: z.string().min(1), withTime: z.boolean(), eventsPerCallback: z.number().int().min(1), timeoutMs: z.number().positive(),
	})
	.partial()
	.strict();
const stray: z.ZodType<StrayCallback> = z.object({ identity: z.string(), eventName: z.string(), status: z.string(), targetId: target.optional() });
const webhook: z.ZodType<Partial<NotificationWebhook>> = z.object({ enabled: z.boolean(), url: z.string(), events: z.array(z.string()), includeVariables: z.boolean(), signingToken: z.enum(['notifications', 'master']) }).partial().strict();
const template: z.ZodType<TemplateTruth> = z.object({ key: z.string().min(1), name: z.string(), content: z.string(), variables: z.array(z.object({ key: z.string(), type: z.string().optional(), name: z.string().optional() })), archived: z.boolean().optional() });

const shownNotification = ({ id, userId, sentAt, templateKey, text, variables, push, via, eventName, targetId, espUserId, readAt }: Notification): InboxNotification => ({
	id, userId, at: iso(sentAt), templateKey, text, variables, push, via, eventName, targetId, espUserId, readAt: readAt === undefined ? null : iso(readAt),
});
const shownCallback = ({ at, esp, identity, eventName, status, targetId, outcome }: Callback): CallbackTruth => ({ at: iso(at), esp, identity, eventName, status, targetId, outcome });

function espOf(name: string): Esp {
	const esp = ESPS.find((each) => each === name);
	if (esp === undefined) throw notFound('Integration');
	return esp;
}

function inboxes(app: FastifyInstance, state: NotificationsState): void {
	const { application } = state;
	const shownUser = (user: User): SendbirdUserTruth => ({
		userId: user.user_id,
		nickname: user.nickname,
		active: user.is_active,
		metadata: user.metadata,
		unread: state.inboxOf(user.user_id).filter(({ readAt }) => readAt === undefined).length,
	});
	controlCall(app, 'GET', '/users', NONE, () => ({ body: { users: [...application.users.values()].map(shownUser) } }));
	controlCall(app, 'GET', '/users/:id', NONE, (_, { id }) => ({ body: shownUser(application.user(id)) }));
	controlCall(app, 'GET', '/users/:id/inbox', NONE, (_, { id }) => ({ body: { notifications: state.inboxOf(application.user(id).user_id).map(shownNotification) } }));
	controlCall(app, 'POST', '/users/:id/inbox/:notification/read', NONE, (_, { id, notification }) => {
		const own = state.inboxOf(application.user(id).user_id);
		if (own.length === 0 || !(['latest', 'all'].includes(notification) || own.some((each) => each.id === notification))) throw notFound('Notification');
		return { body: { read: readInbox(state, id, notification).map((each) => each.id) } satisfies InboxRead };
	});
}

function integrations(app: FastifyInstance, state: NotificationsState): void {
	controlCall(app, 'GET', '/integrations/:esp', NONE, (_, { esp }) => ({ body: state.integrations[espOf(esp)] }));
	controlCall(app, 'POST', '/integrations/:esp', integration, (wanted, { esp }) => ({ body: Object.assign(state.integrations[espOf(esp)], wanted) }));
	controlCall(app, 'POST', '/integrations/:esp/callbacks', stray, ({ identity, eventName, status, targetId }, { esp }) => {
		const name = espOf(esp);
		if (state.integrations[name].endpoint === null) throw invalid('the integration has no endpoint');
		enqueue(state, { at: Date.now(), esp: name, identity, eventName, status, targetId, outcome: 'waiting' });
		return { status: 202, body: { ok: true } };
	});
	controlCall(app, 'GET', '/callbacks', NONE, () => ({ body: { callbacks: state.callbacks.map(shownCallback) } }));
}

/** The notifications host's part of the control API: the app inbox, the Dashboard's pages. */
export function notificationsControl(app: FastifyInstance, state: NotificationsState): void {
	inboxes(app, state);
	integrations(app, state);
	controlCall(app, 'GET', '/notification-webhook', NONE, () => ({ body: state.webhook }));
	controlCall(app, 'POST', '/notification-webhook', webhook, (wanted) => ({ body: Object.assign(state.webhook, wanted) }));
	controlCall(app, 'GET', '/templates', NONE, () => ({ body: { templates: [...state.templates.values()] } }));
	controlCall(app, 'POST', '/templates', template, (made) => {
		const before = state.templates.get(made.key);
		state.templates.set(made.key, newTemplate(made, (before?.version ?? 0) + 1));
		return { status: 201, body: { ok: true } };
	});
}
