import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { SendbirdApplication } from '../application';
import { memberOf } from './channelReads';
import { decidedBy, endpoint, type Host } from '../endpoint';
import { SendbirdError, missing } from '../errors';
import { newMember } from './newChannel';
import { flag, pageOf, pageQuery } from '../paging';
import { basicUserOf, presentChannel, presentMember } from '../present';
import { RULES } from '../rules';
import { presentChannelForWebhook, tellMembers } from '../webhooks/webhookParts';
import { emit } from '../webhooks/webhooks';
import type { Channel, Member } from '../types';

export type InvitationStatus = Record<string, 'joined' | 'invited_by_friend' | 'invited_by_non_friend'>;

export interface Invitation {
	inviterId?: string;
	invitationStatus?: InvitationStatus;
	/** No webhook: the channel is being made. */
	silent?: boolean;
}

/** Those who are new become members, or are invited where they said so. */
export function invite(application: SendbirdApplication, channel: Channel, userIds: string[], { inviterId, invitationStatus = {}, silent }: Invitation): void {
	const fresh = userIds.filter((id) => !channel.members.has(id));
	for (const id of fresh) {
		const joins = (invitationStatus[id] ?? (application.user(id).auto_accept ? 'joined' : 'invited_by_non_friend')) === 'joined';
		channel.members.set(id, newMember(id, { state: joins ? 'joined' : 'invited', inviter: inviterId }));
	}
	if (silent || fresh.length === 0) return;
	emit(application, 'group_channel:invite', {
		...tellMembers(application, channel),
		...(inviterId === undefined ? {} : { inviter: basicUserOf(application, inviterId) }),
		invitees: fresh.map((id) => basicUserOf(application, id)),
		invited_at: Date.now(),
		channel: presentChannelForWebhook(channel),
	});
}

function joins(application: SendbirdApplication, channel: Channel, userId: string): void {
	const { user_id: id } = application.activeUser(userId);
	const before = channel.members.get(id);
	channel.members.set(id, newMember(id, { ...before, state: 'joined' }));
	if (before?.state === 'joined') return;
	emit(application, 'group_channel:join', { ...tellMembers(application, channel), users: [basicUserOf(application, id)], joined_at: Date.now(), channel: presentChannelForWebhook(channel) }, id);
}

function checkCode(channel: Channel, code: string | null | undefined): void {
	if (channel.access_code !== '' && code !== channel.access_code) throw new SendbirdError('400108', RULES.joinPublic, 'The access code is wrong.');
}

const BASE = '/v3/group_channels/:channel_url';
const oneUser = z.object({ user_id: z.string(), access_code: z.string().nullish() });

function comingAndGoing(app: FastifyInstance, host: Host): void {
	const { application } = host;
	endpoint(app, host, {
		method: 'POST',
		path: `${BASE}/invite`,
		body: z.object({ user_ids: z.array(z.coerce.string()).optional(), users: z.array(z.union([z.string(), z.object({ user_id: z.string() }).transform(({ user_id: id }) => id)])).optional(), inviter_id: z.string().optional(), invitation_status: z.record(z.enum(['joined', 'invited_by_friend', 'invited_by_non_friend'])).optional() }),
		strict: 'channel_url',
		answer({ path, body, request }) {
			const channel = application.channel(path.channel_url);
			const ids = body.user_ids ?? body.users;
			if (ids === undefined) throw missing('user_ids');
			for (const id of ids) application.user(id);
			decidedBy(request, RULES.invitation);
			invite(application, channel, ids, { inviterId: body.inviter_id, invitationStatus: body.invitation_status });
			return presentChannel(application, channel, { members: true });
		},
	});
	for (const act of ['accept', 'join'] as const) {
		endpoint(app, host, {
			method: 'PUT',
			path: `${BASE}/${act}`,
			body: oneUser,
			answer({ path, body, request }) {
				const channel = application.channel(path.channel_url);
				const invited = channel.members.has(application.user(body.user_id).user_id);
				decidedBy(request, RULES.joinPublic);
				if (!invited && (act === 'accept' || !channel.is_public)) throw new SendbirdError('400108', RULES.joinPublic);
				checkCode(channel, body.access_code);
				joins(application, channel, body.user_id);
				return presentChannel(application, channel, { members: true });
			},
		});
	}
	endpoint(app, host, {
		method: 'PUT',
		path: `${BASE}/decline`,
		body: oneUser,
		answer({ path, body }) {
			const channel = application.channel(path.channel_url);
			if (memberOf(channel, body.user_id).state !== 'invited') throw new SendbirdError('400108', RULES.invitation, 'There is no invitation to decline.');
			const { inviter } = memberOf(channel, body.user_id);
			channel.members.delete(body.user_id);
			emit(application, 'group_channel:decline_invite', { ...tellMembers(application, channel), ...(inviter === undefined ? {} : { inviter: basicUserOf(application, inviter) }), invitee: basicUserOf(application, body.user_id), channel: presentChannelForWebhook(channel) }, body.user_id);
			return {};
		},
	});
	endpoint(app, host, {
		method: 'PUT',
		path: `${BASE}/leave`,
		body: z.object({ user_ids: z.array(z.coerce.string()).optional(), should_leave_all: z.boolean().optional(), reason: z.string().optional() }),
		answer({ path, body }) {
			const channel = application.channel(path.channel_url);
			if (body.user_ids === undefined && body.should_leave_all !== true) throw missing('user_ids');
			const ids = body.should_leave_all === true ? [...channel.members.keys()] : (body.user_ids ?? []).filter((id) => channel.members.has(id));
			for (const id of ids) channel.members.delete(id);
			if (ids.length > 0) emit(application, 'group_channel:leave', { ...tellMembers(application, channel), users: ids.map((id) => basicUserOf(application, id)), channel: presentChannelForWebhook(channel) });
			return {};
		},
	});
}

/** Members of a group channel: invite, accept, decline, join, leave, list. */
export function groupChannelMembers(app: FastifyInstance, host: Host): void {
	const { application } = host;
	comingAndGoing(app, host);
	endpoint(app, host, {
		method: 'GET',
		path: `${BASE}/members`,
		query: pageQuery.extend({
			operator_filter: z.enum(['all', 'operator', 'nonoperator']).default('all'),
			member_state_filter: z.string().default('all'),
			nickname_startswith: z.string().optional(),
			order: z.string().optional(),
			show_read_receipt: flag.optional(),
		}),
		answer({ path, query }) {
			const wanted = ({ role, state, user_id: id }: Member): boolean =>
				(query.operator_filter === 'all' || (role === 'operator') === (query.operator_filter === 'operator')) &&
				(query.member_state_filter === 'all' || query.member_state_filter.startsWith(state)) &&
				(query.nickname_startswith === undefined || (application.users.get(id)?.nickname ?? '').toLowerCase().startsWith(query.nickname_startswith.toLowerCase()));
			const { items, next } = pageOf([...application.channel(path.channel_url).members.values()].filter(wanted), query);
			return { members: items.map((member) => presentMember(application, member)), next };
		},
	});
	endpoint(app, host, {
		method: 'GET',
		path: `${BASE}/members/:user_id`,
		answer({ path }) {
			const member = application.channel(path.channel_url).members.get(application.user(path.user_id).user_id);
			return { is_member: member !== undefined, state: member?.state ?? 'none' };
		},
	});
}
