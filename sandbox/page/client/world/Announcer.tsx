import { useEffect, useState } from 'preact/hooks';
import type { EventLine } from '../../pageTypes';
import { isFailure } from '../model/filter';
import { toast } from '../state/toast';
import { onLines } from '../state/world';

/** A screen reader is told what people did and what failed, once a second at most, not each call. */
const PAUSE_MS = 1000;

const worthSaying = (line: EventLine): boolean => line.kind === 'customer' || line.kind === 'agent' || line.kind === 'sent' || isFailure(line);

function words(fresh: readonly EventLine[]): string {
	const said = fresh.slice(-3).map(({ summary }) => summary).join('. ');
	return fresh.length > 3 ? `${fresh.length} things happened, at last: ${said}` : said;
}

/** The page's polite live region, and what the page itself has to say. */
export function Announcer() {
	const [said, setSaid] = useState('');
	useEffect(() => {
		let waiting: EventLine[] = [];
		let timer: ReturnType<typeof setTimeout> | undefined;
		const end = onLines((fresh) => {
			waiting.push(...fresh.filter(worthSaying));
			if (waiting.length === 0) return;
			timer ??= setTimeout(() => {
				timer = undefined;
				setSaid(words(waiting));
				waiting = [];
			}, PAUSE_MS);
		});
		return () => {
			end();
			clearTimeout(timer);
		};
	}, []);
	return (
		<>
			<div class="said" role="log" aria-live="polite" aria-label="News">{said}</div>
			<div class="toasts" role="status" aria-live="polite">
				{toast.value && <p class={toast.value.bad ? 'toast bad' : 'toast'}>{toast.value.text}</p>}
			</div>
		</>
	);
}
