import { pretty } from '../model/words';

interface Props {
	title: string;
	/** `POST /path`, or the status. */
	first: string;
	headers: Record<string, string>;
	body: string;
}

/** A request or an answer as it went over the wire; secrets are masked before they are stored. */
export function WireMessage({ title, first, headers, body }: Props) {
	const names = Object.entries(headers);
	return (
		<section class="wire">
			<h4>{title}</h4>
			<p class="wire-first"><code>{first}</code></p>
			{names.length > 0 && (
				<details>
					<summary>{names.length} headers (secrets masked)</summary>
					<dl class="headers">
						{names.map(([name, value]) => (
							<div key={name}>
								<dt>{name}</dt>
								<dd>{value}</dd>
							</div>
						))}
					</dl>
				</details>
			)}
			{body === '' ? <p class="hint">No body.</p> : <pre class="body" tabIndex={0} aria-label={`${title}: body`}>{pretty(body)}</pre>}
		</section>
	);
}
