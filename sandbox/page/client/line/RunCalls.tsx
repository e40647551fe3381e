import { useMemo } from 'preact/hooks';
import { callsOf } from '../model/runs';
import { openEvent } from '../state/view';
import { lines } from '../state/world';

/** The other calls of the same n8n execution, one click away. */
export function RunCalls({ run, own }: { run: string; own: number }) {
	const all = lines.value;
	const calls = useMemo(() => callsOf(all, run), [all, run]);
	if (calls.length < 2) return null;
	return (
		<section>
			<h4>All calls of run {run}</h4>
			<ol class="run-calls">
				{calls.map(({ id, summary, status }) => (
					<li key={id}>
						<button type="button" class="link" aria-current={id === own ? 'true' : undefined} onClick={() => (openEvent.value = id)}>
							{summary} <span class="quiet-text">{status === 0 ? 'no answer' : status}</span>
						</button>
					</li>
				))}
			</ol>
		</section>
	);
}
