import type { Bar } from './figure';

const ROW = 22;
const WIDTH = 340;
const VALUE_WIDTH = 44;
/** Of a letter at 12 px, about; and how much of the drawing names may take. */
const LETTER = 6.6;
const NAME_MOST = 186;

const shortened = (title: string, letters: number): string => (title.length <= letters ? title : `${title.slice(0, letters - 1)}…`);

/** Figures as horizontal bars, drawn on one scale; the numbers stand beside them. */
export function Bars({ label, bars }: { label: string; bars: readonly Bar[] }) {
	const most = Math.max(1, ...bars.map(({ value }) => value));
	const said = bars.map(({ title, value }) => `${title} ${value}`).join(', ');
	const nameWidth = Math.min(NAME_MOST, Math.max(60, ...bars.map(({ title }) => title.length * LETTER))) + 8;
	const barWidth = WIDTH - nameWidth - VALUE_WIDTH;
	return (
		<svg class="bars" viewBox={`0 0 ${WIDTH} ${bars.length * ROW}`} role="img" aria-label={`${label}: ${said}`}>
			{bars.map(({ title, value, bad }, index) => (
				<g key={title} transform={`translate(0 ${index * ROW})`}>
					<text class="bars-name" x={nameWidth - 8} y={15} text-anchor="end">{shortened(title, Math.floor(NAME_MOST / LETTER))}</text>
					<rect class="bars-track" x={nameWidth} y={5} width={barWidth} height={12} rx={3} />
					{value > 0 && <rect class={bad ? 'bars-bar bad' : 'bars-bar'} x={nameWidth} y={5} width={Math.max(3, (value / most) * barWidth)} height={12} rx={3} />}
					<text class="bars-value" x={nameWidth + barWidth + 8} y={15}>{value}</text>
				</g>
			))}
		</svg>
	);
}
