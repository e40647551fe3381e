/* eslint-disable @n8n/community-nodes/no-restricted-globals -- runs in a browser, not in a node */
import { signal } from '@preact/signals';

export interface Toast {
	text: string;
	bad: boolean;
}

const GONE_AFTER_MS = 6000;

/** The last thing that the page itself has to say; read out, too. */
export const toast = signal<Toast | undefined>(undefined);

export function say(text: string, bad = false): void {
	const told = { text, bad };
	toast.value = told;
	setTimeout(() => {
		if (toast.value === told) toast.value = undefined;
	}, GONE_AFTER_MS);
}

/** Runs what a person asked for; a refusal is said in its own words. Resolves to whether it went well. */
export async function attempt(work: () => Promise<unknown>): Promise<boolean> {
	try {
		await work();
		return true;
	} catch (error) {
		say(error instanceof Error ? error.message : String(error), true);
		return false;
	}
}
