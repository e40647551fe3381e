import { Bars } from '../ui/Bars';
import type { Bar } from '../ui/figure';

interface Props {
	/** Said above it; a screen reader has the label. */
	title?: string;
	label: string;
	bars: readonly Bar[];
}

/** Figures as a picture, with a word above it on whose they are. */
export const Picture = ({ title, label, bars }: Props) => (
	<div class="picture">
		{title !== undefined && <p class="picture-title" aria-hidden="true">{title}</p>}
		<Bars label={label} bars={bars} />
	</div>
);
