import { Drop } from '../engine';
import { compileOperand } from '../evaluate/compileValue';
import type { Evaluate } from '../evaluate/evaluate';
import { LiquidFault } from '../errors';
import { ITEM_WEIGHT, type FilterGroup } from '../filters/filter';
import { toInteger } from '../filters/number';
import type { ExpressionReader } from '../grammar/expressionReader';
import type { RenderContext } from '../render/renderContext';

/** `item in collection limit:2 offset:1 reversed cols:3`, as `for` and `tablerow` take it. */
export class LoopSource {
	readonly variable: string;
	/** `item-collection`, Ruby's name of the loop. */
	readonly name: string;
	private readonly collection: Evaluate;
	private readonly options = new Map<string, Evaluate>();
	/** `offset: continue` goes on where the last loop of this name stopped. */
	private readonly continues: boolean;

	constructor(tag: string, reader: ExpressionReader, filters: FilterGroup) {
		this.variable = reader.readIdentifier().content;
		const word = reader.readIdentifier().content;
		reader.skipBlank();
		const begin = reader.p;
		const collection = reader.readValue();
		if (this.variable === '' || word !== 'in' || !collection) {
			throw new LiquidFault(`${tag} is not written right`, `Write {% ${tag} item in list %}.`);
		}
		this.name = `${this.variable}-${reader.input.slice(begin, reader.p)}`;
		this.collection = compileOperand(collection, filters);
		this.continues = this.readOptions(reader, filters);
	}

	private readOptions(reader: ExpressionReader, filters: FilterGroup): boolean {
		let continues = false;
		for (reader.skipBlank(); !reader.end(); reader.skipBlank()) {
			const name = reader.readNonEmptyIdentifier()?.content;
			if (name === undefined) {
				reader.skipOne();
				continue;
			}
			reader.skipBlank();
			if (reader.peek() !== ':') {
				this.options.set(name, () => true);
				continue;
			}
			reader.advance();
			reader.skipBlank();
			continues ||= name === 'offset' && /^continue\b/.test(reader.remaining());
			this.options.set(name, compileOperand(reader.readValue(), filters));
		}
		return continues;
	}

	option(name: string, context: RenderContext): number | undefined {
		const value = this.options.get(name)?.(context);
		return value === undefined || value === null ? undefined : toInteger(value, 0);
	}

	/** The items to loop over, after offset, limit and reversed (in this order, as in Ruby). */
	items(context: RenderContext): unknown[] {
		const all = itemsOf(this.collection(context));
		const key = `continue ${this.name}`;
		const from = Math.max(this.continues ? Number(context.getRegister(key, 0)) : (this.option('offset', context) ?? 0), 0);
		const limit = this.option('limit', context);
		const items = all.slice(from, limit === undefined ? undefined : from + Math.max(limit, 0));
		context.setRegister(key, from + items.length);
		context.charge(items.length * ITEM_WEIGHT);
		return this.options.has('reversed') ? items.reverse() : items;
	}
}

/** A hash loops over its pairs, a text is one item, anything else is empty. */
function itemsOf(value: unknown): unknown[] {
	if (Array.isArray(value)) return value;
	if (typeof value === 'string') return value === '' ? [] : [value];
	return typeof value === 'object' && value !== null && !(value instanceof Drop) ? Object.entries(value) : [];
}
