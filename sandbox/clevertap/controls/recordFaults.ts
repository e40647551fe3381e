import type { JsonObject } from '../json';
import type { Code } from '../upload/recordError';

interface Standing {
	code: Code;
	identity?: string;
	times: number;
}

/** Records that are refused for no reason of their own, as a server error does it. */
export class RecordFaults {
	private standing: Standing[] = [];

	add(fault: Standing): void {
		this.standing.push({ ...fault });
	}

	take(record: JsonObject): Code | undefined {
		const fault = this.standing.find(({ identity }) => identity === undefined || identity === record.identity);
		if (fault === undefined) return undefined;
		fault.times -= 1;
		if (fault.times <= 0) this.standing = this.standing.filter((other) => other !== fault);
		return fault.code;
	}

	clear(): void {
		this.standing = [];
	}
}
