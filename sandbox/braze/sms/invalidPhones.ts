const DAY = 24 * 3_600_000;

export type InvalidReason = 'provider_error' | 'deactivated';

export interface InvalidPhone {
	/** E.164, as it was reported. */
	phone: string;
	/** ms since 1970 */
	at: number;
	reason: InvalidReason;
}

/** Callers write the number with or without its plus (Braze's own examples do). */
const key = (phone: string): string => phone.replace(/^\+/, '');

/** Numbers that cannot receive SMS. */
export class InvalidPhones {
	private phones = new Map<string, InvalidPhone>();

	/** One of each reason. */
	reset(): void {
		this.phones = new Map();
		this.add('+12025550190', 'provider_error', Date.now() - 5 * DAY);
		this.add('+12025550191', 'deactivated', Date.now() - 2 * DAY);
	}

	age(ms: number): void {
		for (const phone of this.phones.values()) phone.at -= ms;
	}

	add(phone: string, reason: InvalidReason, at = Date.now()): void {
		this.phones.set(key(phone), { phone, at, reason });
	}

	has(phone: string): boolean {
		return this.phones.has(key(phone));
	}

	/** False where it was not listed. */
	remove(phone: string): boolean {
		return this.phones.delete(key(phone));
	}

	/** Newest first; `phones` narrows. */
	listed(phones?: readonly string[]): InvalidPhone[] {
		const wanted = phones && new Set(phones.map(key));
		return [...this.phones.values()].filter(({ phone }) => !wanted || wanted.has(key(phone))).sort((a, b) => b.at - a.at);
	}
}
