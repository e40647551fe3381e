/* eslint-disable @n8n/community-nodes/no-restricted-globals -- a test waits for what a server does */
import type { SandboxEvent } from '../../sandbox/control/types';
import type { World } from '../../sandbox/core/world';

/** ms; repeats of the vendors come within this in tests. */
const PATIENCE_MS = 8_000;

/** What the sandbox's log holds, and one event that is there already or comes. */
export function sandboxEvents(world: World) {
	const events = (): SandboxEvent[] => world.events.after(0).events;
	const event = async (matches: (event: SandboxEvent) => boolean): Promise<SandboxEvent> =>
		await new Promise((resolve, reject) => {
			const seen = events().find(matches);
			if (seen) return resolve(seen);
			const timer = setTimeout(() => {
				stop();
				reject(new Error(`no such event; there are: ${events().map(({ kind, summary }) => `${kind}: ${summary}`).join(' | ')}`));
			}, PATIENCE_MS);
			const stop = world.events.subscribe((one) => {
				if (!matches(one)) return;
				clearTimeout(timer);
				stop();
				resolve(one);
			});
		});
	return { events, event };
}
