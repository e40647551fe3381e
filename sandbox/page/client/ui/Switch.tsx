interface Props {
	title: string;
	/** Said with the title to a screen reader: `Braze, Slow`. */
	label: string;
	hint: string;
	on: boolean;
	turn: (on: boolean) => void;
}

export const Switch = ({ title, label, hint, on, turn }: Props) => (
	<button type="button" role="switch" class="switch" aria-checked={on} aria-label={`${label}: ${hint}`} title={hint} onClick={() => turn(!on)}>
		<span class="switch-track" aria-hidden="true" />
		{title}
	</button>
);
