import { NamedArgument, type LiquidFilter } from '../filters/filter';
import type { Evaluate } from './evaluate';

interface Argument {
	name: string | undefined;
	value: Evaluate;
}

function valueOf({ name, value }: Argument): Evaluate {
	return name === undefined ? value : (context) => new NamedArgument(name, value(context));
}

/** One filter applied; the short forms spare an array for the calls templates are full of. */
export function filterCall(filter: LiquidFilter, input: Evaluate, args: Argument[]): Evaluate {
	const values = args.map(valueOf);
	const [first, second] = values;
	if (values.length === 0) return (context) => filter.call(context, input(context));
	if (values.length === 1) return (context) => filter.call(context, input(context), first(context));
	if (values.length === 2) return (context) => filter.call(context, input(context), first(context), second(context));
	return (context) => filter.call(context, input(context), ...values.map((value) => value(context)));
}
