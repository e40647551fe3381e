import type { Compiler } from './compiler';
import type { Place } from './grammar/pieces';
import { position } from './grammar/position';
import type { Limits } from './limits';

/** A stretch of a template, in the author's words. `line` and `column` count from 1; `begin` and `end` are indexes. */
export interface Found {
	source: string;
	line: number;
	column: number;
	begin: number;
	end: number;
}

export interface Inspection {
	/** Each path that is read, e.g. `custom_attribute.${plan}`. */
	paths: Found[];
	/** Each value with the names of its filters, e.g. `${first_name} | default: 'x'` with `['default']`. */
	values: Array<Found & { filters: string[] }>;
	/** What the vendor ignores or has no filter for. */
	warnings: string[];
}

function found({ input, begin, end }: Place): Found {
	const [line, column] = position(input, begin);
	return { source: input.slice(begin, end).trimEnd(), line, column, begin, end };
}

/** What a template uses, for whoever checks it before it is sent. Throws LiquidFault or TemplateError when it does not parse. */
export function inspect(compiler: Compiler, template: string, limits: Limits): Inspection {
	const { paths, values, warnings } = compiler.compile(template, limits);
	return { paths: paths.map(found), values: values.map((value) => ({ ...found(value), filters: value.filters })), warnings: [...warnings] };
}
