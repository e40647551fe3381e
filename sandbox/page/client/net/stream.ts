/* eslint-disable @n8n/community-nodes/no-restricted-globals -- runs in a browser, not in a node */
import type { EventLine, N8nShown, Tally } from '../../pageTypes';
import { Pacer } from './pacer';

export interface StreamHandlers {
	reset: () => void;
	lines: (lines: EventLine[]) => void;
	tally: (tally: Tally) => void;
	n8n: (shown: N8nShown) => void;
	live: (live: boolean) => void;
}

/** In a tab that is not seen no frame comes; news must not pile up there. */
const NO_FRAME_MS = 250;

/** Calls at the next frame, or a little later where there is none. */
function atNextFrame(work: () => void): void {
	const once = (): void => {
		clearTimeout(timer);
		cancelAnimationFrame(frame);
		work();
	};
	const frame = requestAnimationFrame(once);
	const timer = setTimeout(once, NO_FRAME_MS);
}

/**
 * Follows the sandbox for as long as the page is open; the browser reconnects by itself and resumes where it was.
 * @param around around all that is handled in one frame
 */
export function follow(handlers: StreamHandlers, around: (work: () => void) => void): void {
	const source = new EventSource('/_sandbox/stream');
	const pacer = new Pacer({ soon: atNextFrame, now: () => performance.now(), around });
	const on = <Data>(name: string, handle: (data: Data) => void): void =>
		source.addEventListener(name, (event) => pacer.add(() => handle(JSON.parse((event as MessageEvent<string>).data) as Data)));
	on('reset', handlers.reset);
	on('lines', handlers.lines);
	on('tally', handlers.tally);
	on('n8n', handlers.n8n);
	source.addEventListener('open', () => handlers.live(true));
	source.addEventListener('error', () => handlers.live(false));
}
