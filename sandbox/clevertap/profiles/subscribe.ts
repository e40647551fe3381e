import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { rowsRoute } from '../upload/rows';
import type { CleverTapState } from '../state';
import type { Profile, Subscription } from '../types';

const row = z.object({ type: z.enum(['email', 'phone', 'whatsapp']), value: z.string().min(1), status: z.enum(['Unsubscribe', 'Resubscribe']) });

const has = ({ data }: Profile, type: Subscription, value: string): boolean => {
	const own = data[type === 'email' ? 'Email' : 'Phone'];
	return typeof own === 'string' && own.toLowerCase() === value.toLowerCase();
};

/** `POST /1/subscribe`: every profile that shares the address. */
export function subscribeRoute(app: FastifyInstance, state: CleverTapState): void {
	rowsRoute(app, '/1/subscribe', (json) => {
		const parsed = row.safeParse(json);
		if (!parsed.success) return `${parsed.error.issues[0].path.join('.')}: ${parsed.error.issues[0].message}`;
		const { type, value, status } = parsed.data;
		const sharing = state.people.all().filter((profile) => has(profile, type, value));
		for (const { unsubscribed } of sharing) {
			if (status === 'Unsubscribe') unsubscribed.add(type);
			else unsubscribed.delete(type);
		}
		return sharing.length === 0 ? `no profile has ${type} ${value}` : undefined;
	});
}
