import { Icon, type IconName } from '../ui/Icon';

const MARKS: ReadonlyArray<{ icon: IconName; words: string }> = [
	{ icon: 'phone', words: 'customer' },
	{ icon: 'out', words: 'webhook to n8n' },
	{ icon: 'in', words: 'call by n8n' },
	{ icon: 'arrived', words: 'arrived' },
	{ icon: 'headset', words: 'agent' },
];

/** What the marks mean; each row says it to a screen reader itself. */
export const Legend = () => (
	<p class="legend" aria-hidden="true">
		{MARKS.map(({ icon, words }) => (
			<span key={icon}>
				<Icon name={icon} />
				{words}
			</span>
		))}
	</p>
);
