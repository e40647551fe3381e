import type { Tokenizer, ValueToken } from '../engine';
import type { FilterGroup } from '../filters/filter';
import { LiteralValueToken, PathToken, type FilterPiece, type NameToken } from '../grammar/pieces';
import { constant, type Evaluate } from './evaluate';
import { filterCall } from './filterCall';
import { path, type Step } from './path';
import { range } from './range';

type FilteredValue = ReturnType<Tokenizer['readFilteredValue']>;
type Operand = ValueToken | FilteredValue;

function step(token: ValueToken | NameToken, filters: FilterGroup): Step {
	if (!('content' in token)) return compileOperand(token, filters);
	const { content } = token;
	return typeof content === 'string' || typeof content === 'number' ? content : constant(content);
}

/** A single value as the reader found it. */
export function compileOperand(token: Operand | undefined, filters: FilterGroup): Evaluate {
	if (!token) return constant(undefined);
	if (token instanceof LiteralValueToken || 'content' in token) return constant(token.content);
	if (token instanceof PathToken) {
		const nested = token.variable && compileValue(token.variable, filters);
		return path(nested, token.props.map((prop) => step(prop, filters)));
	}
	if ('lhs' in token) return range(compileOperand(token.lhs, filters), compileOperand(token.rhs, filters));
	return 'initial' in token ? compileValue(token, filters) : constant(undefined);
}

function argument(arg: FilterPiece['args'][number], filters: FilterGroup) {
	return Array.isArray(arg)
		? { name: arg[0], value: compileOperand(arg[1], filters) }
		: { name: undefined, value: compileOperand(arg, filters) };
}

/** A value and its filters. Unknown filters pass the value through; the reader has noted them. */
export function compileValue({ initial, filters: calls }: FilteredValue, filters: FilterGroup): Evaluate {
	const start = compileOperand(initial.postfix[0] as Operand | undefined, filters);
	return calls.reduce((input, call) => {
		const filter = Object.hasOwn(filters, call.name) ? filters[call.name] : undefined;
		return filter ? filterCall(filter, input, call.args.map((arg) => argument(arg, filters))) : input;
	}, start);
}
