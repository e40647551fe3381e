import { signal } from '@preact/signals';
import type { Fault } from '../../../control/types';
import { control } from '../net/control';

/** The faults that stand, as last read. */
export const standing = signal<readonly Fault[]>([]);

export async function readFaults(): Promise<void> {
	standing.value = (await control<{ faults: Fault[] }>('GET', '/faults')).faults;
}

/** Makes these the faults that stand: the control API ends all of them at once, or adds one. */
export async function setFaults(wanted: readonly Fault[], note: string): Promise<void> {
	await control('DELETE', '/faults');
	for (const fault of wanted) await control('POST', '/faults', fault);
	await control('POST', '/page/notes', { text: note });
	await readFaults();
}
