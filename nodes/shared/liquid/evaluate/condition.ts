import { LiquidFault } from '../errors';
import type { FilterGroup } from '../filters/filter';
import { readComparison, readJoin } from '../grammar/conditionWords';
import type { ExpressionReader } from '../grammar/expressionReader';
import { comparison, truthy } from '../render/operators';
import type { RenderContext } from '../render/renderContext';
import { compileOperand } from './compileValue';
import type { Evaluate } from './evaluate';

type Test = (context: RenderContext) => boolean;

function readTest(reader: ExpressionReader, filters: FilterGroup): Test {
	const left = compileOperand(reader.readValue(), filters);
	const name = readComparison(reader);
	if (name === undefined) return (context) => truthy(left(context));
	const right: Evaluate = compileOperand(reader.readValue(), filters);
	const compare = comparison(name);
	return (context) => compare(left(context), right(context), context);
}

/** `a == 1 and b or c`: `and` and `or` bind alike, from the right, as in Ruby. */
export function readCondition(reader: ExpressionReader, filters: FilterGroup): Test {
	reader.skipBlank();
	if (reader.end()) throw new LiquidFault('A condition is missing', 'Write what is to be tested after the name of the tag.');
	const tests = [readTest(reader, filters)];
	const joins: string[] = [];
	for (let join = readJoin(reader); join !== undefined; join = readJoin(reader)) {
		joins.push(join);
		tests.push(readTest(reader, filters));
	}
	return tests.reduceRight((right, left, index) =>
		joins[index] === 'and' ? (context) => left(context) && right(context) : (context) => left(context) || right(context),
	);
}
