import { useEffect } from 'preact/hooks';
import type { VendorName } from '../../../control/types';
import { FAULTS, isOn, turned, type FaultSwitch } from '../model/faults';
import { VENDORS } from '../model/words';
import { control } from '../net/control';
import { attempt, say } from '../state/toast';
import { faultsOpen } from '../state/view';
import { Drawer } from '../ui/Drawer';
import { Switch } from '../ui/Switch';
import { readFaults, setFaults, standing } from './faultState';
import { MessengerHold } from './MessengerHold';

const GROUPS: ReadonlyArray<{ name: FaultSwitch['group']; title: string }> = [
	{ name: 'calls', title: 'Calls to it' },
	{ name: 'deliveries', title: 'Its webhooks' },
];

async function forge(vendor: VendorName, title: string): Promise<void> {
	await control('POST', '/page/forge', { vendor });
	say(`A forged copy of ${title}’s newest webhook went to n8n. It must be refused.`);
}

function VendorFaults({ vendor, title }: { vendor: VendorName; title: string }) {
	const turn = (fault: FaultSwitch, on: boolean): void =>
		void attempt(() => setFaults(turned(standing.value, vendor, fault, on), `fault ${on ? 'on' : 'off'}: ${title}, ${fault.title.toLowerCase()}`));
	return (
		<section class="card vendor-faults" aria-label={title}>
			<h3>{title}</h3>
			{GROUPS.map(({ name, title: group }) => (
				<div class="fault-group" role="group" aria-label={`${title}: ${group}`} key={name}>
					<span class="fault-group-title">{group}</span>
					{FAULTS.filter((fault) => fault.group === name && !fault.notFor?.includes(vendor)).map((fault) => (
						<Switch key={fault.id} title={fault.title} label={`${title}, ${fault.title}`} hint={fault.hint} on={isOn(standing.value, vendor, fault)} turn={(on) => turn(fault, on)} />
					))}
					{name === 'deliveries' && vendor === 'messenger' && <MessengerHold />}
					{name === 'deliveries' && (
						<button type="button" class="chip" title="The newest webhook goes out once more, its signature or secret spoilt" onClick={() => void attempt(() => forge(vendor, title))}>
							Send a forged one
						</button>
					)}
				</div>
			))}
		</section>
	);
}

/** Trouble to switch on and off, vendor by vendor. */
export function FaultPanel() {
	useEffect(() => void attempt(readFaults), []);
	return (
		<Drawer title="Faults" close={() => (faultsOpen.value = false)}>
			<p class="hint">Each switch stays on until it is turned off. One fault hits a call, so of each group one switch is on at a time.</p>
			<button type="button" class="button" disabled={standing.value.length === 0} onClick={() => void attempt(() => setFaults([], 'all faults off'))}>All off</button>
			<div class="fault-grid">
				{VENDORS.map(({ name, title }) => <VendorFaults key={name} vendor={name} title={title} />)}
			</div>
		</Drawer>
	);
}
