import type { Dialect } from './dialects/dialect';
import { Liquid } from './engine';
import { DialectParser } from './grammar/dialectParser';
import { ParseNotes } from './grammar/parseNotes';
import { DEFAULT_LIMITS, type Limits } from './limits';
import type { CompiledTemplate } from './render/contentBlocks';
import { TemplateCache } from './templateCache';

/** The engine with exactly the tags of one dialect; filters are bound when a template is compiled. */
function engineFor(dialect: Dialect): Liquid {
	const engine = new Liquid({ ownPropertyOnly: true, templates: {} });
	Object.keys(engine.filters).forEach((name) => engine.unregisterFilter(name));
	Object.keys(engine.tags).forEach((name) => delete engine.tags[name]);
	Object.entries(dialect.tags).forEach(([name, tag]) => engine.registerTag(name, tag));
	// A name such as "constructor" must not be found on the prototype.
	Object.setPrototypeOf(engine.tags, null);
	return engine;
}

/** The same text parses differently under other limits, and its errors name another place in a block. */
function keyOf({ templateLength, pieces, depth, expressionDepth }: Limits, block = ''): string {
	return `${templateLength} ${pieces} ${depth} ${expressionDepth} ${block}`;
}

/** Parses templates of one dialect and keeps the latest of them. */
export class Compiler {
	readonly engine: Liquid;
	private readonly cache = new TemplateCache();
	private readonly knownFilters: Set<string>;

	constructor(private readonly dialect: Dialect) {
		this.engine = engineFor(dialect);
		this.knownFilters = new Set([...Object.keys(dialect.filters), ...dialect.silentFilters]);
	}

	compile(template: string, limits: Limits, block?: string): CompiledTemplate {
		const key = limits === DEFAULT_LIMITS && block === undefined ? '' : keyOf(limits, block);
		const known = this.cache.get(template, key);
		if (known) return known;
		const { attributes, braces, vendor, filters, refusedTags } = this.dialect;
		const notes = new ParseNotes({ attributes, braces, vendor, limits, knowsFilter: (name) => this.knownFilters.has(name) });
		const templates = new DialectParser(this.engine, notes, filters, refusedTags).parse(template, block);
		const compiled = { templates, warnings: notes.warnings, paths: notes.paths, values: notes.values };
		this.cache.set(template, key, compiled);
		return compiled;
	}
}
