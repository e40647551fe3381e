import { SendbirdError, type ErrorCode } from '../errors';
import type { SendbirdErrorFault } from '../controlTypes';

interface Standing extends SendbirdErrorFault {
	code: ErrorCode;
}

const hits = (pattern: string, call: string): boolean => new RegExp(`^${pattern.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replace(/\*/g, '.*')}$`).test(call);

/** Errors that were switched on by their code. */
export class ErrorQueue {
	private standing: Standing[] = [];

	add(fault: Standing): void {
		this.standing.push({ ...fault });
	}

	clear(): void {
		this.standing = [];
	}

	/** The error that hits this call (`METHOD /path`), if any. */
	take(call: string): SendbirdError | undefined {
		const fault = this.standing.find(({ call: pattern = '*' }) => hits(pattern, call));
		if (fault === undefined) return undefined;
		if (fault.times !== undefined) {
			fault.times -= 1;
			if (fault.times <= 0) this.standing = this.standing.filter((other) => other !== fault);
		}
		return new SendbirdError(fault.code, { text: `error switched on: ${fault.code}`, certainty: 'sandbox' }, fault.message);
	}
}
