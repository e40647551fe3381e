import { ITEM_WEIGHT } from '../filters/filter';
import { toInteger } from '../filters/number';
import type { Evaluate } from './evaluate';

/** `(1..5)`, both ends included. */
export function range(from: Evaluate, to: Evaluate): Evaluate {
	return (context) => {
		const first = toInteger(from(context), 0);
		const last = toInteger(to(context), 0);
		context.charge((last - first + 1) * ITEM_WEIGHT);
		return Array.from({ length: Math.max(last - first + 1, 0) }, (_, index) => first + index);
	};
}
