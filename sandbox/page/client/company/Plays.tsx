import type { Play, PlayCall } from '../../pageTypes';
import { control } from '../net/control';
import { attempt, say } from '../state/toast';
import { customer } from '../state/view';
import { n8n } from '../state/world';

/** The customer in view, and the time of the click: campaigns that are made anew need a name of their own. */
function fill({ path, body }: PlayCall, now: string): { path: string; body: unknown } {
	const filled = (text: string, as: (value: string) => string): string => text.replaceAll('{customer}', as(customer.value)).replaceAll('{now}', as(now));
	const inJson = (value: string): string => JSON.stringify(value).slice(1, -1);
	return { path: filled(path, encodeURIComponent), body: body === undefined ? undefined : JSON.parse(filled(JSON.stringify(body), inJson)) };
}

async function play({ title, calls = [] }: Play): Promise<void> {
	const now = new Date().toLocaleTimeString('en-GB');
	for (const call of calls) {
		const { path, body } = fill(call, now);
		await control(call.method, path, body);
	}
	say(`${title}: started.`);
}

function Campaigns({ plays }: { plays: readonly Play[] }) {
	if (plays.length === 0) return null;
	return (
		<section class="card" aria-label="With n8n">
			<h3>With n8n</h3>
			<ul class="plays">
				{plays.map((one) => (
					<li key={one.title}>
						<button type="button" class="button" onClick={() => void attempt(() => play(one))}>{one.title}</button>
						{one.hint && <p class="hint">{one.hint}</p>}
					</li>
				))}
			</ul>
		</section>
	);
}

function Forms({ plays }: { plays: readonly Play[] }) {
	if (plays.length === 0) return null;
	return (
		<section class="card" aria-label="Forms in n8n">
			<h3>Forms in n8n</h3>
			<ul class="forms">
				{plays.map(({ title, hint, link }) => (
					<li key={link}>
						<a href={link} target="_blank" rel="noreferrer">{title}</a>
						{hint && <p class="hint">{hint}</p>}
					</li>
				))}
			</ul>
		</section>
	);
}

/** What whoever started n8n prepared for this console: campaigns that need n8n's addresses. */
export const Plays = ({ of }: { of: Play['console'] }) => <Campaigns plays={n8n.value.plays.filter((one) => one.console === of && one.link === undefined)} />;

/** The forms of n8n that belong to this console. */
export const PlayForms = ({ of }: { of: Play['console'] }) => <Forms plays={n8n.value.plays.filter((one) => one.console === of && one.link !== undefined)} />;
