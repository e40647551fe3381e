import type { CreatedCustomer, NewCustomer as Wanted } from '../../../braze/controls/controlTypes';
import { control } from '../net/control';
import { attempt, say } from '../state/toast';
import { customer } from '../state/view';
import { loadPeople } from '../state/world';
import { Icon } from '../ui/Icon';

const NAMES = ['Maja Holm', 'Tariq Aziz', 'Yuki Mori', 'Lucia Rossi', 'Kofi Mensah', 'Elin Strand'] as const;

/** Numbers from the range that is kept free for fiction. */
const phoneOf = (count: number): string => `+1312555${String(1000 + (count % 9000)).padStart(4, '0')}`;

async function signUp(): Promise<void> {
	const count = Date.now() % 1_000_000;
	const [first_name, last_name] = NAMES[count % NAMES.length].split(' ');
	const wanted: Wanted = { external_id: `cust-${count}`, first_name, last_name, phone: phoneOf(count), language: 'en' };
	const { id } = await control<CreatedCustomer>('POST', '/customers', wanted);
	await loadPeople();
	customer.value = id;
	say(`${first_name} ${last_name} signed up for SMS.`);
}

export const NewCustomer = () => (
	<button type="button" class="button icon-only" aria-label="New customer" onClick={() => void attempt(signUp)} title="Somebody new signs up, with consent to SMS">
		<Icon name="plus" />
	</button>
);
