import { Drop } from '../engine';

/** `forloop` and `tablerowloop`. */
export class LoopState extends Drop {
	index0 = 0;

	constructor(
		readonly name: string,
		readonly length: number,
		private readonly parent: unknown,
		/** Columns of a tablerow; 0 in a for loop. */
		private readonly columns = 0,
	) {
		super();
	}

	get(key: unknown): unknown {
		const { index0: at, length, columns } = this;
		switch (key) {
			case 'index': return at + 1;
			case 'index0': return at;
			case 'rindex': return length - at;
			case 'rindex0': return length - at - 1;
			case 'first': return at === 0;
			case 'last': return at === length - 1;
			case 'length': return length;
			case 'name': return columns === 0 ? this.name : undefined;
			case 'parentloop': return columns === 0 ? this.parent : undefined;
			default: return columns === 0 ? undefined : this.column(key);
		}
	}

	private column(key: unknown): unknown {
		const at = this.index0 % this.columns;
		switch (key) {
			case 'col': return at + 1;
			case 'col0': return at;
			case 'col_first': return at === 0;
			case 'col_last': return at === this.columns - 1;
			case 'row': return Math.floor(this.index0 / this.columns) + 1;
			default: return undefined;
		}
	}

	override valueOf(): string {
		return '';
	}
}
