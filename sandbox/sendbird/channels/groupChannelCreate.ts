import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { SendbirdApplication } from '../application';
import { invite, type InvitationStatus } from './groupChannelMembers';
import { decidedBy, endpoint, type Host } from '../endpoint';
import { SendbirdError } from '../errors';
import { newChannelUrl } from '../ids';
import { newChannel } from './newChannel';
import { basicUserOf, presentChannel } from '../present';
import { RULES } from '../rules';
import { presentChannelForWebhook, webhookMember } from '../webhooks/webhookParts';
import { emit } from '../webhooks/webhooks';
import type { Channel } from '../types';

const someUser = z.union([z.string(), z.object({ user_id: z.string() }).transform(({ user_id: id }) => id)]);
const status = z.record(z.enum(['joined', 'invited_by_friend', 'invited_by_non_friend']));

const input = z.object({
	user_ids: z.array(z.coerce.string()).optional(),
	users: z.array(someUser).optional(),
	name: z.string().max(191).default('Group Channel'),
	channel_url: z.string().min(4).max(100).optional(),
	cover_url: z.string().default(''),
	custom_type: z.string().max(128).default(''),
	data: z.string().default(''),
	is_distinct: z.boolean().default(false),
	is_public: z.boolean().default(false),
	is_super: z.boolean().default(false),
	is_ephemeral: z.boolean().default(false),
	access_code: z.string().nullish(),
	inviter_id: z.string().optional(),
	operator_ids: z.array(z.coerce.string()).default([]),
	invitation_status: status.optional(),
	strict: z.boolean().default(false),
});

type Input = z.output<typeof input>;

/** The users that are meant; unknown ones are left out or refused. */
export function knownIds(application: SendbirdApplication, ids: string[], strict: boolean): { known: string[]; unknown: string[] } {
	const unique = [...new Set(ids)];
	const unknown = unique.filter((id) => !application.users.has(id));
	if (strict && unknown.length > 0) application.user(unknown[0]);
	return { known: unique.filter((id) => application.users.has(id)), unknown };
}

export function distinctChannel(application: SendbirdApplication, ids: string[]): Channel | undefined {
	return [...application.channels.values()].find(({ is_distinct: distinct, members }) => distinct && members.size === ids.length && ids.every((id) => members.has(id)));
}

export interface NewGroupChannel {
	channel: Partial<Channel>;
	userIds: string[];
	operatorIds?: string[];
	inviterId?: string;
	invitationStatus?: InvitationStatus;
}

/** Makes the channel and tells the webhook. */
export function createGroupChannel(application: SendbirdApplication, { channel: wanted, userIds, operatorIds = [], inviterId, invitationStatus }: NewGroupChannel): Channel {
	const channel = newChannel({ channel_url: newChannelUrl(), createdBy: inviterId, ...wanted });
	application.channels.set(channel.channel_url, channel);
	invite(application, channel, userIds, { inviterId, invitationStatus, silent: true });
	for (const id of operatorIds) {
		const member = channel.members.get(id);
		if (member !== undefined) member.role = 'operator';
	}
	emit(application, 'group_channel:create', {
		created_at: channel.created_at,
		members: [...channel.members.values()].map((member) => webhookMember(application, channel, member)),
		...(inviterId === undefined ? {} : { inviter: basicUserOf(application, inviterId) }),
		channel: presentChannelForWebhook(channel),
	});
	return channel;
}

/** Counts the inviter in: who makes a channel is in it. */
const everyone = ({ user_ids: ids = [], users = [], inviter_id: inviter, operator_ids: operators }: Input): string[] => [...ids, ...users, ...operators, ...(inviter === undefined ? [] : [inviter])];

export function groupChannelCreate(app: FastifyInstance, host: Host): void {
	const { application } = host;
	endpoint(app, host, {
		method: 'POST',
		path: '/v3/group_channels',
		body: input,
		strict: 'application',
		answer({ body, files, request }) {
			const { known, unknown } = knownIds(application, everyone(body), body.strict);
			if (unknown.length > 0) decidedBy(request, RULES.channelStrict);
			if (body.channel_url !== undefined && application.channels.has(body.channel_url)) throw new SendbirdError('400202', RULES.channelExists, '"channel_url" violates unique constraint.');
			const same = body.is_distinct ? distinctChannel(application, known) : undefined;
			if (same !== undefined) {
				decidedBy(request, RULES.channelDistinct);
				return presentChannel(application, same, { members: true });
			}
			const cover = files.find(({ field }) => field === 'cover_file');
			const { name, custom_type: customType, data, is_distinct: distinct, is_public: isPublic, is_super: isSuper, is_ephemeral: ephemeral } = body;
			const channel = createGroupChannel(application, {
				channel: {
					name, custom_type: customType, data, is_distinct: distinct, is_public: isPublic, is_super: isSuper, is_ephemeral: ephemeral,
					cover_url: cover === undefined ? body.cover_url : application.keepFile(cover).url,
					access_code: body.access_code ?? '',
					...(body.channel_url === undefined ? {} : { channel_url: body.channel_url }),
				},
				userIds: known,
				operatorIds: body.operator_ids,
				inviterId: body.inviter_id,
				invitationStatus: body.invitation_status,
			});
			return presentChannel(application, channel, { members: true });
		},
	});
}
