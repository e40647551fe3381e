import type { EventLine } from '../../pageTypes';
import { isFailure } from '../model/filter';
import { isRun } from '../model/runs';
import { exactClock, vendorTitle } from '../model/words';
import { guessedRun, n8n } from '../state/world';
import { Icon, type IconName } from '../ui/Icon';

const ICONS: Record<EventLine['kind'], IconName> = { customer: 'phone', agent: 'headset', sent: 'arrived', delivery: 'out', request: 'in', note: 'note' };

const WHAT: Record<EventLine['kind'], string> = {
	customer: 'The customer',
	agent: 'The agent',
	sent: 'Arrived',
	delivery: 'Webhook to n8n',
	request: 'Call by n8n',
	note: 'Note',
};

const statusWords = (status: number): string => (status === 0 ? 'no answer' : String(status));

/** The status stands beside it. */
const withoutStatus = (summary: string): string => summary.replace(/ → (\d{3}|cut)$/, '');

/** The link of an execution: n8n's editor, once n8n has been named. */
export function RunLink({ id, guessed = false, focusable }: { id: string; guessed?: boolean; focusable: boolean }) {
	const words = guessed ? `≈ run ${id}` : `run ${id}`;
	const title = guessed ? 'Most likely this n8n execution: the only one that worked for this customer while this webhook waited for its answer' : 'The n8n execution that made this call';
	if (n8n.value.url === null) return <span class="run" title={title}>{words}</span>;
	return (
		<a class="run" href={`/_sandbox/page/executions/${encodeURIComponent(id)}`} target="_blank" rel="noreferrer" tabIndex={focusable ? 0 : -1} title={`${title}. Opens in n8n.`}>
			{words}
		</a>
	);
}

interface Props {
	line: EventLine;
	index: number;
	/** px from the list's top. */
	top: number;
	count: number;
	/** The one row that Tab reaches. */
	current: boolean;
	opened: boolean;
	/** Of the run whose call is open. */
	akin: boolean;
	open: () => void;
}

/** One line of what happened. Every row has the same height, so that ten thousand can be windowed. */
export function EventRow({ line, index, top, count, current, opened, akin, open }: Props) {
	const { id, at, vendor, kind, summary, executionId, status, tookMs } = line;
	const guess = kind === 'delivery' ? guessedRun(id) : undefined;
	const person = kind === 'customer' || kind === 'agent' || kind === 'sent';
	return (
		<li class={`event ${kind}${person ? ' person' : ''}${opened ? ' opened' : ''}${akin ? ' akin' : ''}`} style={{ transform: `translateY(${top}px)` }} aria-setsize={count} aria-posinset={index + 1}>
			<button type="button" class="event-open" data-event={id} tabIndex={current ? 0 : -1} aria-expanded={opened} onClick={open} title={summary}>
				<time class="event-time" dateTime={at}>{exactClock(at)}</time>
				<span class={`event-mark ${vendor}`} title={WHAT[kind]}>
					<Icon name={ICONS[kind]} />
					<span class="said">{WHAT[kind]}, </span>
				</span>
				<span class="event-vendor">{vendorTitle(vendor)}</span>
				<span class="event-summary">{withoutStatus(summary)}</span>
				{status !== undefined && <span class={isFailure(line) ? 'code bad' : 'code good'}>{statusWords(status)}</span>}
				{tookMs !== undefined && tookMs >= 1000 && <span class="event-took">{(tookMs / 1000).toFixed(1)} s</span>}
			</button>
			{isRun(executionId) && <RunLink id={executionId} focusable={current} />}
			{guess !== undefined && <RunLink id={guess} guessed focusable={current} />}
		</li>
	);
}
