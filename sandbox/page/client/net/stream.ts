import type { EventLine, N8nShown, Tally } from '../../pageTypes';

export interface StreamHandlers {
	reset: () => void;
	lines: (lines: EventLine[]) => void;
	tally: (tally: Tally) => void;
	n8n: (shown: N8nShown) => void;
	live: (live: boolean) => void;
}

/** Follows the sandbox for as long as the page is open; the browser reconnects by itself and resumes where it was. */
export function follow(handlers: StreamHandlers): void {
	const source = new EventSource('/_sandbox/stream');
	const on = <Data>(name: string, handle: (data: Data) => void): void =>
		source.addEventListener(name, (event) => handle(JSON.parse((event as MessageEvent<string>).data) as Data));
	on('reset', handlers.reset);
	on('lines', handlers.lines);
	on('tally', handlers.tally);
	on('n8n', handlers.n8n);
	source.addEventListener('open', () => handlers.live(true));
	source.addEventListener('error', () => handlers.live(false));
}
