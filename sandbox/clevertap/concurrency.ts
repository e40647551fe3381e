/* eslint-disable @n8n/community-nodes/no-restricted-globals -- the sandbox is a server of its own, not a node */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { CleverTapError, TOO_MANY } from './errors';
import { RULES } from './rules';
import type { CleverTapState } from './state';

const UPLOAD = '/clevertap/1/upload';

/** Calls under way, by API. */
export class InFlight {
	private readonly counts = new Map<string, number>();

	/** The highest number at once since the last reset, by API. */
	readonly peaks = new Map<string, number>();

	/** Takes a slot and returns what gives it back; undefined where all are taken. */
	take(api: string, limit: number): (() => void) | undefined {
		const now = (this.counts.get(api) ?? 0) + 1;
		if (now > limit) return undefined;
		this.counts.set(api, now);
		this.peaks.set(api, Math.max(now, this.peaks.get(api) ?? 0));
		let held = true;
		return () => {
			if (!held) return;
			held = false;
			this.counts.set(api, (this.counts.get(api) ?? 1) - 1);
		};
	}
}

/** The limit on calls at once, for each API of the account. A call counts from its first byte to its answer. */
export function limitConcurrency(app: FastifyInstance, state: CleverTapState): void {
	const slots = new WeakMap<FastifyRequest, () => void>();
	app.addHook('onRequest', async (request: FastifyRequest, reply: FastifyReply) => {
		const api = request.routeOptions.url ?? '';
		const upload = api === UPLOAD;
		const release = state.inFlight.take(api, upload ? state.settings.uploadsInFlight : state.settings.othersInFlight);
		if (release === undefined) throw new CleverTapError(429, TOO_MANY, upload ? RULES.uploadConcurrency : RULES.concurrency);
		slots.set(request, release);
		// A cut connection gives the slot back as well.
		reply.raw.once('close', release);
	});
	app.addHook('preHandler', async () => {
		const { workMs } = state.settings;
		if (workMs > 0) await new Promise((resolve) => setTimeout(resolve, workMs));
	});
	// Before the bytes go out: whoever waits for the answer finds the slot free.
	app.addHook('onSend', async (request, _reply, payload) => {
		slots.get(request)?.();
		return payload;
	});
}
