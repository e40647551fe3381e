import type { Tag, TagToken, TopLevelToken, Liquid, Parser } from '../engine';
import type { FilterGroup } from '../filters/filter';

export interface TagClass {
	new (token: TagToken, rest: TopLevelToken[], liquid: Liquid, parser: Parser): Tag;
}

/** What one vendor's Liquid takes. */
export interface Dialect {
	/** The vendor's name, for messages. */
	vendor: string;
	/** `${name}` is an attribute. */
	attributes: boolean;
	/** `{{ }}` is allowed inside outputs and tags. */
	braces: boolean;
	tags: Record<string, TagClass>;
	filters: FilterGroup;
	/** Filters the vendor adds for its own editor; they pass the value through and are no mistake. */
	silentFilters: string[];
	/** What to write instead of tags that other Liquids have. */
	refusedTags: Record<string, string>;
}
