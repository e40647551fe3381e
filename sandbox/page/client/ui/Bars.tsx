import type { Bar } from './figure';

const ROW = 22;
const NAME_WIDTH = 108;
const BAR_WIDTH = 180;
const WIDTH = NAME_WIDTH + BAR_WIDTH + 44;

/** Figures as horizontal bars, drawn on one scale; the numbers stand beside them. */
export function Bars({ label, bars }: { label: string; bars: readonly Bar[] }) {
	const most = Math.max(1, ...bars.map(({ value }) => value));
	const said = bars.map(({ title, value }) => `${title} ${value}`).join(', ');
	return (
		<svg class="bars" viewBox={`0 0 ${WIDTH} ${bars.length * ROW}`} role="img" aria-label={`${label}: ${said}`}>
			{bars.map(({ title, value, bad }, index) => {
				const width = (value / most) * BAR_WIDTH;
				return (
					<g key={title} transform={`translate(0 ${index * ROW})`}>
						<text class="bars-name" x={NAME_WIDTH - 8} y={15} text-anchor="end">{title}</text>
						<rect class="bars-track" x={NAME_WIDTH} y={5} width={BAR_WIDTH} height={12} rx={3} />
						{value > 0 && <rect class={bad ? 'bars-bar bad' : 'bars-bar'} x={NAME_WIDTH} y={5} width={Math.max(3, width)} height={12} rx={3} />}
						<text class="bars-value" x={NAME_WIDTH + BAR_WIDTH + 8} y={15}>{value}</text>
					</g>
				);
			})}
		</svg>
	);
}
