import { Drop, type Comparable } from '../engine';

function isEmpty(value: unknown): boolean {
	if (typeof value === 'string' || Array.isArray(value)) return value.length === 0;
	return typeof value === 'object' && value !== null && !(value instanceof Drop)
		? Object.keys(value).length === 0
		: false;
}

export abstract class BlankValue extends Drop implements Comparable {
	abstract equals(value: unknown): boolean;
	gt = () => false;
	geq = () => false;
	lt = () => false;
	leq = () => false;

	override valueOf(): string {
		return '';
	}
}

/** `x == empty`: an empty text, array or hash; nil is not empty. */
class Empty extends BlankValue {
	equals(value: unknown): boolean {
		return isEmpty(value);
	}
}

/** `x == blank`: also nil, false and text of white space only. */
class Blank extends BlankValue {
	equals(value: unknown): boolean {
		if (value === undefined || value === null || value === false || value === this) return true;
		return typeof value === 'string' ? value.trim() === '' : isEmpty(value);
	}
}

export const EMPTY = new Empty();
export const BLANK = new Blank();
