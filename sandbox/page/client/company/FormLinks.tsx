import type { ComponentChildren } from 'preact';
import type { Form } from './forms';

interface Props {
	title: string;
	forms: readonly Form[];
	children?: ComponentChildren;
}

/** The forms of one integration: each opens in n8n. */
export function FormLinks({ title, forms, children }: Props) {
	return (
		<section class="card" aria-label={title}>
			<h3>{title}</h3>
			<ul class="forms">
				{forms.map(({ title: name, hint, link }) => (
					<li key={link}>
						<a href={link} target="_blank" rel="noreferrer">{name}</a>
						{hint !== '' && <p class="hint">{hint}</p>}
					</li>
				))}
			</ul>
			{children}
		</section>
	);
}
