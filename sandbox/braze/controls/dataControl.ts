import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { AddressHappening, PhoneHappening } from './controlTypes';
import type { BrazeState } from '../state';

const address: z.ZodType<AddressHappening> = z.object({ email: z.string().min(1), happened: z.enum(['hard_bounce', 'spam_report', 'unsubscribe']) });
const phone: z.ZodType<PhoneHappening> = z.object({ phone: z.string().min(1), reason: z.enum(['provider_error', 'deactivated']) });

/** What happens to addresses outside: bounces, complaints, numbers that die. */
export function dataControl(app: FastifyInstance, state: BrazeState): void {
	const { email, invalidPhones } = state.data;
	app.post('/_sandbox/braze/addresses', async (request, reply) => {
		const parsed = address.safeParse(request.body);
		if (!parsed.success) return reply.code(400).send({ error: 'email; happened: hard_bounce, spam_report or unsubscribe' });
		const { email: who, happened } = parsed.data;
		if (happened === 'hard_bounce') email.hardBounce(who);
		else if (happened === 'spam_report') email.reportSpam(who);
		else {
			email.setState(who, 'unsubscribed');
			for (const profile of state.having('email', who)) {
				profile.data.fields.email_subscribe = 'unsubscribed';
				state.written(profile);
			}
		}
		return { ok: true };
	});
	app.post('/_sandbox/braze/phones', async (request, reply) => {
		const parsed = phone.safeParse(request.body);
		if (!parsed.success) return reply.code(400).send({ error: 'phone; reason: provider_error or deactivated' });
		invalidPhones.add(parsed.data.phone, parsed.data.reason);
		return { ok: true };
	});
	app.get('/_sandbox/braze/live-activities', async () => ({ activities: state.data.liveActivities.activities }));
	app.get('/_sandbox/braze/addresses', async () => ({
		hard_bounces: email.listed('hardBounces').map((listed) => listed.email),
		unsubscribes: email.listed('unsubscribes').map((listed) => listed.email),
		spam: email.spamReports(),
	}));
}
