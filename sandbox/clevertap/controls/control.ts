import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { campaignControl } from './controlCampaigns';
import { ControlError, post } from './controlInput';
import { peopleControl } from './controlPeople';
import type { AccountChange, CleverTapSettings, ConcurrencyPeaks, RecordFault } from './controlTypes';
import { webhookControl } from './controlWebhooks';
import { CleverTapError } from '../errors';
import { isCode } from '../upload/recordError';
import { REGIONS } from '../regions';
import type { CleverTapState } from '../state';

const count = z.number().int().min(0);
const settings = z
	.object({
		webhookPatienceMs: z.number().positive(),
		webhookRetries: count,
		broadcastSize: z.number().int().positive(),
		uploadsInFlight: count,
		othersInFlight: count,
		workMs: z.number().min(0),
		heavyDays: count.nullable(),
		polls: count,
		recordNumbers: z.boolean(),
		downloadTs: z.enum(['digits', 'epoch']),
		unknownProfile: z.enum(['null', 'fail']),
		eventProperties: count,
		discardedEvents: z.array(z.string()),
	})
	.partial()
	.strict() satisfies z.ZodType<Partial<CleverTapSettings>>;
const account = z
	.object({ region: z.enum(REGIONS), passcode: z.object({ value: z.string().min(1), name: z.string().optional(), active: z.boolean().optional() }) })
	.partial()
	.strict() satisfies z.ZodType<AccountChange>;
const recordFault = z.object({ code: z.number(), identity: z.string().optional(), times: z.number().int().positive().default(1) }) satisfies z.ZodType<unknown, z.ZodTypeDef, RecordFault>;

function changePasscode({ account: { passcodes } }: CleverTapState, { value, name, active = true }: NonNullable<AccountChange['passcode']>): void {
	const standing = passcodes.find((passcode) => passcode.value === value);
	if (standing === undefined) passcodes.push({ value, name: name ?? value, active });
	else Object.assign(standing, { active, name: name ?? standing.name });
}

function weather(app: FastifyInstance, state: CleverTapState): void {
	post(app, '/settings', settings, (wanted) => ({ body: Object.assign(state.settings, wanted) }));
	post(app, '/account', account, ({ region, passcode }) => {
		if (region !== undefined) state.account.region = region;
		if (passcode !== undefined) changePasscode(state, passcode);
		return { body: state.account };
	});
	post(app, '/record-faults', recordFault, ({ code, identity, times }) => {
		if (!isCode(code)) throw new ControlError(400, 'code: one of a record');
		state.recordFaults.add({ code, identity, times });
		return { body: { ok: true } };
	});
	app.get('/_sandbox/clevertap/concurrency', async (): Promise<{ peaks: ConcurrencyPeaks }> => ({ peaks: Object.fromEntries(state.inFlight.peaks) }));
}

/** CleverTap's part of the control API. */
export function cleverTapControl(app: FastifyInstance, state: CleverTapState): void {
	void app.register(async (scope) => {
		scope.setErrorHandler((error: Error & { statusCode?: number }, _request, reply) => {
			const status = error instanceof ControlError || error instanceof CleverTapError ? error.status : (error.statusCode ?? 500);
			return reply.code(status).send({ error: error.message });
		});
		weather(scope, state);
		webhookControl(scope, state);
		campaignControl(scope, state);
		peopleControl(scope, state);
	});
}
