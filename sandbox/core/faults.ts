import type { Fault, VendorName } from '../control/types';

const matches = (pattern: string, call: string): boolean => {
	const escaped = pattern.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replace(/\*/g, '.*');
	return new RegExp(`^${escaped}$`).test(call);
};

/** Faults that were switched on, each counted down as it hits. */
export class Faults {
	private standing: Fault[] = [];

	add(fault: Fault): void {
		this.standing.push({ ...fault });
	}

	clear(): void {
		this.standing = [];
	}

	list(): Fault[] {
		return this.standing.map((fault) => ({ ...fault }));
	}

	/** The fault that hits this call, if any. `call` is `METHOD /path` without the sandbox's own prefix, or `deliveries`. */
	take(vendor: VendorName, call: string): Fault | undefined {
		const fault = this.standing.find(
			(candidate) =>
				candidate.vendor === vendor &&
				(candidate.route === 'deliveries' || call === 'deliveries'
					? candidate.route === call
					: matches(candidate.route, call)) &&
				Math.random() < (candidate.share ?? 1),
		);
		if (fault?.times !== undefined) {
			fault.times -= 1;
			if (fault.times <= 0) this.standing = this.standing.filter((other) => other !== fault);
		}
		return fault;
	}
}
