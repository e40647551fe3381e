import { isDeepStrictEqual } from 'node:util';
import { customers } from './customers.mjs';
import { say } from '../command/say.mjs';
import { waitUntil } from '../command/waitUntil.mjs';

const shown = (value) => (typeof value === 'string' ? `“${value}”` : JSON.stringify(value));

/** What a scene found to be different from what it should be. */
export class Unexpected extends Error {}

/** Checks with messages that a reader of the transcript understands. */
export const expect = {
	/** @param {unknown} actual @param {unknown} wanted @param {string} what */
	same(actual, wanted, what) {
		if (!isDeepStrictEqual(actual, wanted)) throw new Unexpected(`${what} should be ${shown(wanted)} but is ${shown(actual)}`);
	},
	/** @param {unknown} condition @param {string} what */
	true(condition, what) {
		if (!condition) throw new Unexpected(what);
	},
	/** @param {string} text @param {string} part @param {string} what */
	contains(text, part, what) {
		if (!text?.includes(part)) throw new Unexpected(`${what} should contain ${shown(part)} but is ${shown(text)}`);
	},
};

/**
 * All that a scene can do and see. The people act through the sandbox's control API, and both ends are read there: looking costs none of the vendors' limits.
 * @param {Awaited<ReturnType<import('../world/openWorld.mjs').openWorld>>} world
 * @param {import('./eventFeed.mjs').EventFeed} feed
 * @param {{ texts?: string[] }} [options] `texts`: words of real people, from --texts
 */
export function makeStage(world, feed, { texts } = {}) {
	const { control, rest, n8n } = world;

	/** Asks after each event until the answer is there; no fixed sleeps. */
	const waitFor = (ask, { what, timeoutMs = 30_000 }) => waitUntil(ask, { what, timeoutMs, pause: () => feed.next() });

	/** Resolves when n8n has no execution under way and the sandbox has been silent for `ms`: after it, what has not happened does not happen any more. */
	const quiet = async (ms = 1500) => {
		for (let mark = -1; ; ) {
			const running = await rest.executions({ status: ['running', 'new', 'waiting'], limit: 5 });
			if (running.length === 0 && mark === feed.mark) return;
			mark = feed.mark;
			await feed.next(ms);
		}
	};

	return {
		...customers(control),
		world,
		control,
		n8n,
		rest,
		feed,
		texts,
		expect,
		waitFor,
		quiet,
		say: (line) => say(`  ${line}`),
		agent: {
			/** @param {string | number} ticketId @param {import('../../../sandbox/control/types').AgentReply} reply */
			replies: (ticketId, reply) => control.agentReplies(ticketId, reply),
			sets: (ticketId, status) => control.agentSets(ticketId, status),
			emailTicket: (ticket) => control.emailTicket(ticket),
		},
		zendesk: {
			ticket: async (id) => (await control.zendeskTicket(id)).ticket,
			tickets: (externalId) => control.zendeskTickets(externalId),
			comments: async (id) => (await control.zendeskTicket(id)).comments,
			user: async (id) => (await control.zendeskUsers()).find((user) => user.id === id),
			webhooks: () => control.zendeskWebhooks(),
		},
	};
}
