import type { MessengerErrorFault } from '../controls/controlTypes';
import { GraphError } from '../graph/errors';

/** Graph errors that were switched on, each counted down as it hits. */
export class ErrorQueue {
	private standing: MessengerErrorFault[] = [];

	add(fault: MessengerErrorFault): void {
		this.standing.push({ ...fault });
	}

	clear(): void {
		this.standing = [];
	}

	/** The error that hits this call (`POST messages`: method and last part of the path), if any. */
	take(call: string): { error: GraphError; acted: boolean } | undefined {
		const fault = this.standing.find((each) => each.call === undefined || each.call === call);
		if (fault === undefined) return undefined;
		if (fault.times !== undefined && --fault.times <= 0) this.standing = this.standing.filter((each) => each !== fault);
		const error = new GraphError(fault.error, { text: `error switched on: ${JSON.stringify(fault)}`, certainty: 'sandbox' }, fault.message);
		return { error, acted: fault.acted ?? false };
	}
}
