import { useState } from 'preact/hooks';
import type { OpenText } from '../../pageTypes';
import { lookAtText } from '../state/view';
import { tally } from '../state/world';

/** What is counted, in the words that a sceptic would ask for. */
const EXPLAINED = [
	'Counted: every SMS and Messenger text of a customer, and every public reply of an agent on such a ticket, from the moment the vendor has handed it to n8n. Both ends are read for it: the phone or chat, and the ticket.',
	'Under way: handed to n8n, not yet at the other end.',
	'Lost: still not there six minutes after the vendor’s last attempt. Repeats take up to three minutes, and the workflow that looks for missed replies runs every five.',
	'Doubled: copies at the other end beyond what was written; “ok” sent twice may arrive twice.',
	'Told: a reply that could not be delivered, with an internal note that tells the agent.',
	'Not counted: words that Braze keeps for itself (STOP, START, HELP) unless they arrived, texts without words, campaigns and notifications.',
];

function Figure({ title, value, bad }: { title: string; value: number; bad?: boolean }) {
	return (
		<div class={bad && value > 0 ? 'figure bad' : 'figure'}>
			<dt>{title}</dt>
			<dd>{value}</dd>
		</div>
	);
}

const STATES = { handed: 'Under way', lost: 'Lost', doubled: 'Doubled' } as const;

/** Which texts the figures mean, each a way to both of its ends. */
function OpenTexts({ texts }: { texts: readonly OpenText[] }) {
	if (texts.length === 0) return null;
	return (
		<ul class="open-texts" aria-label="Texts that are not once at the other end">
			{texts.map((text) => (
				<li key={text.id}>
					<button type="button" class="link" onClick={() => lookAtText(text)}>
						<strong>{STATES[text.state]}</strong> · {text.channel} {text.ticketId === undefined ? `from ${text.customer}` : `to ${text.customer}, ticket ${text.ticketId}`}: {text.words}
					</button>
				</li>
			))}
		</ul>
	);
}

/** Lost and doubled: both stay 0. */
export function TallyFigures() {
	const [explained, setExplained] = useState(false);
	const { counted = 0, arrived = 0, underWay = 0, told = 0, lost = 0, doubled = 0, open = [] } = tally.value ?? {};
	return (
		<div
			class="tally"
			onKeyDown={({ key }) => {
				if (key === 'Escape') setExplained(false);
			}}
		>
			<dl class="figures" aria-label="Texts">
				<Figure title="Texts" value={counted} />
				<Figure title="Arrived" value={arrived} />
				<Figure title="Under way" value={underWay} />
				{told > 0 && <Figure title="Told" value={told} />}
				<Figure title="Lost" value={lost} bad />
				<Figure title="Doubled" value={doubled} bad />
			</dl>
			<button type="button" class="help" aria-expanded={explained} aria-controls="tally-explained" aria-label="Which texts, and what is counted" onClick={() => setExplained(!explained)}>?</button>
			<div class="popover" id="tally-explained" hidden={!explained}>
				<OpenTexts texts={open} />
				<h2>What is counted</h2>
				{EXPLAINED.map((line) => <p key={line}>{line}</p>)}
			</div>
		</div>
	);
}
