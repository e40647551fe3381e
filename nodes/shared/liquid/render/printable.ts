import { Drop } from '../engine';

/** A value that prints itself (a time in a zone). */
export abstract class Printable extends Drop {
	abstract print(): string;

	override valueOf(): unknown {
		return this.print();
	}
}
