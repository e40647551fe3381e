import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { rowsRoute } from '../upload/rows';
import type { CleverTapState } from '../state';

const row = z.object({ type: z.literal('phone'), value: z.string().min(1) });

/** `POST /1/disassociate`: a phone number that serves as identity is taken off its profile. */
export function disassociateRoute(app: FastifyInstance, state: CleverTapState): void {
	rowsRoute(app, '/1/disassociate', (json) => {
		const parsed = row.safeParse(json);
		if (!parsed.success) return `${parsed.error.issues[0].path.join('.')}: ${parsed.error.issues[0].message}`;
		const { value: phone } = parsed.data;
		const profile = state.people.find({ kind: 'identity', value: phone });
		const isIdentity = profile?.ids.some(({ kind, value }) => kind === 'identity' && value === phone);
		if (profile === undefined || !isIdentity) return `${phone} is nobody's identity`;
		state.people.dropIds(profile, ({ kind, value }) => kind === 'identity' && value === phone);
		const data = { ...profile.data };
		if (data.Phone === phone) delete data.Phone;
		state.people.setData(profile, data);
		return undefined;
	});
}
