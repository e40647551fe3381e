import type { Dialect } from './dialects/dialect';
import { Liquid } from './engine';
import { DialectParser } from './grammar/dialectParser';
import { ParseNotes } from './grammar/parseNotes';
import type { Limits } from './limits';
import type { CompiledTemplate } from './render/contentBlocks';
import { TemplateCache } from './templateCache';

/** The engine with exactly the tags and filters of one dialect. */
function engineFor(dialect: Dialect): Liquid {
	const engine = new Liquid({ ownPropertyOnly: true, operators: dialect.operators, templates: {} });
	Object.keys(engine.filters).forEach((name) => engine.unregisterFilter(name));
	Object.keys(engine.tags).forEach((name) => delete engine.tags[name]);
	Object.entries(dialect.filters).forEach(([name, filter]) => engine.registerFilter(name, filter));
	Object.entries(dialect.tags).forEach(([name, tag]) => engine.registerTag(name, tag));
	// A name such as "constructor" must not be found on the prototype.
	Object.setPrototypeOf(engine.filters, null);
	Object.setPrototypeOf(engine.tags, null);
	return engine;
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
		const key = `${limits.templateLength} ${limits.pieces} ${limits.depth} ${limits.expressionDepth} ${block ?? ''}`;
		const known = this.cache.get(template, key);
		if (known) return known;
		const { attributes, braces, vendor, operators } = this.dialect;
		const notes = new ParseNotes({ attributes, braces, vendor, operators, limits, knowsFilter: (name) => this.knownFilters.has(name) });
		const templates = new DialectParser(this.engine, notes, this.dialect.refusedTags).parse(template, block);
		const compiled = { templates, warnings: notes.warnings, waits: notes.waits };
		this.cache.set(template, key, compiled);
		return compiled;
	}
}
