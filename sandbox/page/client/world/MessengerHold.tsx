import { signal } from '@preact/signals';
import { control } from '../net/control';
import { attempt, say } from '../state/toast';
import { Switch } from '../ui/Switch';

/** The sandbox does not tell whether it holds, so the page remembers what it did. */
const held = signal(false);

/** Meta sends one after the other, so a late one delays the next: here they are held, and released the last first. */
export const MessengerHold = () => (
	<Switch
		title="Reordered" label="Messenger, Reordered" hint="Events are held; turned off, they go out the last first." on={held.value}
		turn={(on) =>
			void attempt(async () => {
				if (on) await control('POST', '/messenger/deliveries/hold', {});
				else await control('POST', '/messenger/deliveries/release', { as: 'each', reversed: true });
				held.value = on;
				say(on ? 'Messenger’s webhooks are held.' : 'Messenger’s webhooks went out, the last first.');
			})
		}
	/>
);
