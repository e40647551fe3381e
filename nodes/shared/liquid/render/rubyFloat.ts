import { Drop } from '../engine';

/** A float without a fraction. Ruby prints 3.0 and divides it as a float; a JavaScript number forgets that. */
export class RubyFloat extends Drop {
	constructor(readonly value: number) {
		super();
	}

	override valueOf(): number {
		return this.value;
	}
}
