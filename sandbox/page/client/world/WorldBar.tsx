import { faultsOpen } from '../state/view';
import { live, n8n } from '../state/world';
import { Icon } from '../ui/Icon';
import { AgeButtons } from './AgeButtons';
import { standing } from './faultState';
import { TallyFigures } from './TallyFigures';
import { ThemeButton } from './ThemeButton';

const LIVE_WORDS = { connecting: 'Connecting …', live: 'Live', lost: 'Connection lost, trying again …' } as const;

/** The head of the page: how it stands, and what can be done to the world. */
export function WorldBar() {
	const { url } = n8n.value;
	const faults = standing.value.length;
	return (
		<header class="world-bar">
			<div class="brand">
				<h1>One conversation, both ends</h1>
				<span class={`live ${live.value}`} role="status">{LIVE_WORDS[live.value]}</span>
				<ThemeButton />
			</div>
			<TallyFigures />
			<div class="world-tools">
				<AgeButtons />
				<button type="button" class={faults > 0 ? 'button alarm' : 'button'} aria-haspopup="dialog" onClick={() => (faultsOpen.value = true)}>
					<Icon name="bolt" />
					{faults > 0 ? `Faults: ${faults} on` : 'Faults'}
				</button>
				{url !== null && (
					<a class="button" href={url} target="_blank" rel="noreferrer">
						n8n
						<Icon name="open" />
					</a>
				)}
			</div>
		</header>
	);
}
