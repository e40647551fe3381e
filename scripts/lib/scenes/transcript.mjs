import { say } from '../command/say.mjs';

const MARKS = { customer: '📱', agent: '🎧', sent: '📨', delivery: '↪ ', request: '→ ', note: '· ' };

/** Reads (GET, searches, token requests) would drown the conversation; the page shows them. */
const told = ({ kind, request, response }) => kind !== 'request' || (request?.method !== 'GET' && !/oauth|export\/ids/.test(request?.path ?? '')) || (response?.status ?? 0) >= 400;

/** One event as one line of a transcript a stranger can read. */
export function transcriptLine({ at, vendor, kind, summary, executionId, response }) {
	const time = at.slice(11, 19);
	const status = kind === 'delivery' || kind === 'request' ? ` ⇒ ${response?.status || 'no answer'}` : '';
	const shown = summary.includes('→') ? summary : `${summary}${status}`;
	return `  ${time} ${MARKS[kind] ?? '  '} ${vendor}: ${shown.replace(/\s*\n\s*/g, ' ⏎ ')}${executionId && executionId !== 'none' ? `  [n8n execution ${executionId}]` : ''}`;
}

/**
 * Prints the events as they come.
 * @param {import('./eventFeed.mjs').EventFeed} feed
 * @returns {() => void} ends it
 */
export const printTranscript = (feed) =>
	feed.listen((event) => {
		if (told(event)) say(transcriptLine(event));
	});
