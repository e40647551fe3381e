import { CompanySide } from './company/CompanySide';
import { CustomerSide } from './customer/CustomerSide';
import { Timeline } from './line/Timeline';
import { faultsOpen, side, type Side } from './state/view';
import { Icon, type IconName } from './ui/Icon';
import { Announcer } from './world/Announcer';
import { FaultPanel } from './world/FaultPanel';
import { WorldBar } from './world/WorldBar';

const SIDES: ReadonlyArray<{ name: Side; title: string; icon: IconName }> = [
	{ name: 'customer', title: 'Customer', icon: 'phone' },
	{ name: 'line', title: 'What happened', icon: 'link' },
	{ name: 'company', title: 'Company', icon: 'headset' },
];

/** On a narrow screen one side at a time, chosen at the bottom. */
const SideChooser = () => (
	<nav class="side-chooser" aria-label="Sides">
		{SIDES.map(({ name, title, icon }) => (
			<button key={name} type="button" aria-current={side.value === name ? 'page' : undefined} onClick={() => (side.value = name)}>
				<Icon name={icon} />
				{title}
			</button>
		))}
	</nav>
);

export const App = () => (
	<>
		<WorldBar />
		<main class={`sides shows-${side.value}`}>
			<CustomerSide />
			<Timeline />
			<CompanySide />
		</main>
		<SideChooser />
		<Announcer />
		{faultsOpen.value && <FaultPanel />}
	</>
);
