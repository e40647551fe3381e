import type { Liquid, Parser, TagToken, TopLevelToken } from '../engine';
import { LiquidFault } from '../errors';
import { readTagOptions, words } from '../grammar/tagOptions';
import type { RenderContext } from '../render/renderContext';
import type { CatalogItem } from '../render/renderRequest';
import { rerender } from '../render/rerender';
import { DialectTag } from './dialectTag';
import { argumentRange, TextArgument, unquoted } from './textArgument';

const MOST_ITEMS = 3;
/** The catalog, its items, and one more that is told to be too many. */
const MOST_WORDS = MOST_ITEMS + 2;

/** Reads `Catalog a b c :rerender` for both catalog tags. */
abstract class CatalogTag extends DialectTag {
	protected readonly names: TextArgument[];
	private readonly rerenders: boolean;

	constructor(token: TagToken, rest: TopLevelToken[], liquid: Liquid, parser: Parser) {
		super(token, rest, liquid, parser);
		const { begin, end } = argumentRange(token);
		const { head, options } = readTagOptions(token.input, begin, end, this.parser.notes.effort);
		this.names = words(token.input, head, this.parser.notes.effort)
			.slice(0, MOST_WORDS)
			.map((range) => new TextArgument(token, range, this.parser));
		this.rerenders = options.has('rerender');
		if (this.names.length < 2) {
			throw new LiquidFault(`${token.name} needs a catalog and what to take from it`, `Write {% ${token.name} Catalog name %}.`);
		}
	}

	override render(context: RenderContext): void {
		const [catalog, ...wanted] = this.names.map((name) => unquoted(name.text(context)));
		const items = this.find(catalog, wanted, context);
		context.assign('items', this.rerenders ? items.map((item) => rerenderItem(item, context)) : items);
	}

	protected abstract find(catalog: string, wanted: string[], context: RenderContext): CatalogItem[];
}

function rerenderItem(item: CatalogItem, context: RenderContext): CatalogItem {
	const fields = Object.entries(item).map(([key, value]) => [key, typeof value === 'string' ? rerender(value, context) : value]);
	return Object.fromEntries(fields);
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
		const known = own(state.request.options.catalogs, catalog);
		if (!known) state.warn(`catalog "${catalog}" was not given; its items are empty`);
		return ids.map((id) => own(known, id) ?? {});
	}
}

/** `{% catalog_selection_items Catalog selection %}` fills `items` with what the selection finds. */
export class CatalogSelectionItemsTag extends CatalogTag {
	protected find(catalog: string, [selection]: string[], context: RenderContext): CatalogItem[] {
		const { state } = context;
		const known = own(own(state.request.options.catalogSelections, catalog), selection);
		if (!known) state.warn(`selection "${selection}" of catalog "${catalog}" was not given; it is empty`);
		return known ?? [];
	}
}
