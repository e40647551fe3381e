import { companyTab, type CompanyTab } from '../state/view';
import { Tabs, type Tab } from '../ui/Tabs';
import { AgentDesk } from './AgentDesk';
import { BrazeConsole } from './BrazeConsole';
import { CleverTapConsole } from './CleverTapConsole';

const TABS: ReadonlyArray<Tab<CompanyTab>> = [
	{ name: 'zendesk', title: 'Zendesk', icon: 'ticket' },
	{ name: 'braze', title: 'Braze', icon: 'megaphone' },
	{ name: 'clevertap', title: 'CleverTap', icon: 'chart' },
];

const PANES = { zendesk: AgentDesk, braze: BrazeConsole, clevertap: CleverTapConsole } as const;

/** Where the company works: agents at the left tab, marketers at the others. */
export function CompanySide() {
	const Pane = PANES[companyTab.value];
	return (
		<section class="side company-side" aria-labelledby="company-title">
			<h2 id="company-title" class="side-title">The company</h2>
			<Tabs label="The company’s tools" tabs={TABS} chosen={companyTab.value} choose={(name) => (companyTab.value = name)}>
				<Pane />
			</Tabs>
		</section>
	);
}
