import { signal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import type { Play, PlayCall } from '../../pageTypes';
import { control } from '../net/control';
import { attempt, say } from '../state/toast';
import { customer } from '../state/view';
import { epoch, n8n, people } from '../state/world';
import { Icon } from '../ui/Icon';

/** The customer in view, and the time of the click: campaigns that are made anew need a name of their own. */
function fill({ path, body }: PlayCall, now: string): { path: string; body: unknown } {
	const filled = (text: string, as: (value: string) => string): string => text.replaceAll('{customer}', as(customer.value)).replaceAll('{now}', as(now));
	const inJson = (value: string): string => JSON.stringify(value).slice(1, -1);
	return { path: filled(path, encodeURIComponent), body: body === undefined ? undefined : JSON.parse(filled(JSON.stringify(body), inJson)) };
}

/** What was started last, by its title. Kept while another tab is looked at. */
const started = signal<Readonly<Record<string, { words: string; epoch: number }>>>({});
const tell = (title: string, words: string): void => void (started.value = { ...started.value, [title]: { words, epoch: epoch.value } });
const toldOf = (title: string): string | undefined => (started.value[title]?.epoch === epoch.value ? started.value[title].words : undefined);

const isForOne = (calls: readonly PlayCall[]): boolean => JSON.stringify(calls).includes('{customer}');

async function play({ title, calls = [] }: Play): Promise<void> {
	const now = new Date().toLocaleTimeString('en-GB');
	const who = people.value.find(({ id }) => id === customer.value)?.name ?? customer.value;
	tell(title, 'Starting …');
	const went = await attempt(async () => {
		for (const call of calls) {
			const { path, body } = fill(call, now);
			await control(call.method, path, body);
		}
	});
	tell(title, went ? `Started at ${now}${isForOne(calls) ? ` for ${who}` : ''}.` : `Not started at ${now}.`);
	if (went) say(`${title}: started.`);
}

interface Props {
	play: Play;
	/** A form that belongs to it: what follows the start. */
	then?: string;
	children?: ComponentChildren;
}

/** One campaign: the button that starts it, what it does, that it was started, and below it its figures. */
export function PlayItem({ play: one, then, children }: Props) {
	const { title, hint, link } = one;
	const told = toldOf(title);
	return (
		<li class="play">
			<button type="button" class="button" onClick={() => void play(one)}>
				<Icon name="send" />
				{title}
			</button>
			{hint && <p class="hint">{hint}</p>}
			{told !== undefined && <p class={told.startsWith('Not') ? 'play-told bad' : 'play-told'}>{told}</p>}
			{link !== undefined && <a class="play-then" href={link} target="_blank" rel="noreferrer">{then ?? 'Its form in n8n'}<Icon name="open" /></a>}
			{children}
		</li>
	);
}

/** What whoever started n8n prepared for this console: campaigns that need n8n's addresses. */
export const playsOf = (of: Play['console']): readonly Play[] => n8n.value.plays.filter((one) => one.console === of && one.calls !== undefined);
