import { Tag, type Liquid, type Parser, type TagToken, type TopLevelToken } from '../engine';
import { LiquidFault } from '../errors';
import { readTagOptions, words } from '../grammar/tagOptions';
import type { RenderContext } from '../render/renderContext';
import type { CatalogItem } from '../render/renderRequest';
import { rerender } from '../render/rerender';
import { argumentRange, TextArgument, unquoted } from './textArgument';

const MOST_ITEMS = 3;

/** Reads `Catalog a b c :rerender` for both catalog tags. */
abstract class CatalogTag extends Tag {
	protected readonly names: TextArgument[];
	private readonly rerenders: boolean;

	constructor(token: TagToken, rest: TopLevelToken[], liquid: Liquid, parser: Parser) {
		super(token, rest, liquid);
		const { begin, end } = argumentRange(token);
		const { head, options } = readTagOptions(token.input, begin, end);
		this.names = words(token.input, head).map((range) => new TextArgument(token, range, parser));
		this.rerenders = options.has('rerender');
		if (this.names.length < 2) {
			throw new LiquidFault(`${token.name} needs a catalog and what to take from it`, `Write {% ${token.name} Catalog name %}.`);
		}
	}

	*render(context: RenderContext) {
		const names: string[] = [];
		for (const name of this.names) names.push(unquoted(yield* name.render(context)));
		const [catalog, ...wanted] = names;
		const items = this.find(catalog, wanted, context);
		const shown: CatalogItem[] = [];
		for (const item of items) shown.push(this.rerenders ? yield* rerenderItem(item, context) : item);
		context.bottom().items = shown;
	}

	protected abstract find(catalog: string, wanted: string[], context: RenderContext): CatalogItem[];
}

function* rerenderItem(item: CatalogItem, context: RenderContext): Generator<unknown, CatalogItem, unknown> {
	const copy: CatalogItem = {};
	for (const [key, value] of Object.entries(item)) {
		copy[key] = typeof value === 'string' ? yield* rerender(value, context) : value;
	}
	return copy;
}

function own<T>(record: Record<string, T> | undefined, key: string): T | undefined {
	return record && Object.hasOwn(record, key) ? record[key] : undefined;
}

/** `{% catalog_items Catalog id1 id2 id3 %}` fills `items`; an unknown id gives an empty item. */
export class CatalogItemsTag extends CatalogTag {
	protected find(catalog: string, ids: string[], context: RenderContext): CatalogItem[] {
		const { state } = context;
		if (ids.length > MOST_ITEMS) {
			throw new LiquidFault(`catalog_items takes ${MOST_ITEMS} items at most`, 'Use several tags, or a selection.');
		}
		const known = own(state.request.catalogs, catalog);
		if (!known) state.warn(`catalog "${catalog}" was not given; its items are empty`);
		return ids.map((id) => own(known, id) ?? {});
	}
}

/** `{% catalog_selection_items Catalog selection %}` fills `items` with what the selection finds. */
export class CatalogSelectionItemsTag extends CatalogTag {
	protected find(catalog: string, [selection]: string[], context: RenderContext): CatalogItem[] {
		const { state } = context;
		const known = own(own(state.request.catalogSelections, catalog), selection);
		if (!known) state.warn(`selection "${selection}" of catalog "${catalog}" was not given; it is empty`);
		return known ?? [];
	}
}
