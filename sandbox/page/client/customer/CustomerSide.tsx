import { Tabs, type Tab } from '../ui/Tabs';
import { customerTab, type CustomerTab } from '../state/view';
import { AppInbox } from './AppInbox';
import { MessengerChat } from './MessengerChat';
import { Phone } from './Phone';

const TABS: ReadonlyArray<Tab<CustomerTab>> = [
	{ name: 'sms', title: 'SMS', icon: 'phone' },
	{ name: 'messenger', title: 'Messenger', icon: 'chat' },
	{ name: 'inbox', title: 'App inbox', icon: 'bell' },
];

const PANES = { sms: Phone, messenger: MessengerChat, inbox: AppInbox } as const;

/** What the customer holds in the hand. */
export function CustomerSide() {
	const Pane = PANES[customerTab.value];
	return (
		<section class="side customer-side" aria-labelledby="customer-title">
			<h2 id="customer-title" class="side-title">The customer</h2>
			<Tabs label="The customer’s channels" tabs={TABS} chosen={customerTab.value} choose={(name) => (customerTab.value = name)}>
				<Pane />
			</Tabs>
		</section>
	);
}
