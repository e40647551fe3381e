import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { TextState } from '../../pageTypes';
import { clock } from '../model/words';

export interface Bubble {
	id: string;
	at: string;
	/** Whose side of the panel: `own` is the one who types here. */
	side: 'own' | 'other' | 'aside';
	by: string;
	text: string;
	extra?: ComponentChildren;
	state?: TextState | 'read';
	stateWords?: string;
}

/** The newest messages; a chat of thousands shows its end. */
const SHOWN = 200;

/** A conversation, oldest first, kept at its end as it grows. */
export function Conversation({ label, bubbles, empty }: { label: string; bubbles: readonly Bubble[]; empty: string }) {
	const list = useRef<HTMLOListElement>(null);
	const newest = bubbles.at(-1)?.id;
	useEffect(() => {
		list.current?.scrollTo({ top: list.current.scrollHeight });
	}, [newest, label]);
	if (bubbles.length === 0) return <p class="empty">{empty}</p>;
	return (
		<ol class="conversation" aria-label={label} ref={list} tabIndex={0}>
			{bubbles.slice(-SHOWN).map(({ id, at, side, by, text, extra, state, stateWords }) => (
				<li key={id} class={`bubble ${side}`}>
					<p class="bubble-by">
						{by} · <time dateTime={at}>{clock(at)}</time>
					</p>
					<div class="bubble-text">
						{text}
						{extra}
					</div>
					{stateWords && <p class={`bubble-state ${state ?? ''}`}>{stateWords}</p>}
				</li>
			))}
		</ol>
	);
}
