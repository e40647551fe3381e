import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { sendMessage } from './campaign';
import { badRequest } from '../errors';
import { decidedBy, parse, route } from '../http';
import { anyJsonObject } from '../json';
import { nameOf } from '../profiles/people';
import { canReach } from './reach';
import { recipients } from './recipients';
import { RULES } from '../rules';
import type { CleverTapState } from '../state';
import { BY_PROVIDER } from './targetInput';
import type { Channel } from '../types';

const input = z.object({ to: anyJsonObject, content: anyJsonObject, provider_nick_name: z.string().optional() });

const SENDABLE: Channel[] = ['push', 'webpush', 'email', 'sms', 'whatsapp'];

export const QUEUED = { status: 'success', message: 'Added to queue for processing' };

/** `POST /1/send/<channel>.json`: to named people. */
export function sendRoutes(app: FastifyInstance, state: CleverTapState): void {
	for (const channel of SENDABLE) {
		route(app, `/1/send/${channel}.json`, {
			POST: ({ body, request }) => {
				const { to, content, provider_nick_name: provider } = parse(input, body);
				if (BY_PROVIDER.includes(channel) && provider === undefined) throw badRequest('provider_nick_name is missing', RULES.targetProvider);
				const people = recipients(state, to);
				const reached = people.filter((profile) => canReach(profile, channel));
				decidedBy(request, reached.length < people.length || people.length === 0 ? RULES.sendToUnreached : RULES.externalAnswer);
				for (const profile of reached) {
					sendMessage(state, profile, channel, content, { Profile: { Identity: nameOf(profile), ...profile.data } }, `send/${channel}.json`);
				}
				return QUEUED;
			},
		});
	}
}
