import type { Json, JsonObject } from '../json';

export const FIELD_TYPES = ['string', 'number', 'boolean', 'time', 'object', 'array'] as const;
export type FieldType = (typeof FIELD_TYPES)[number];

export interface CatalogField {
	name: string;
	type: FieldType;
}

export interface SelectionFilter {
	field: string;
	operator: string;
	value: Json;
}

export interface CatalogSelection {
	name: string;
	description: string;
	filters: SelectionFilter[];
	resultsLimit?: number;
	sort?: { field: string; order: 'asc' | 'desc' };
}

export type CatalogItem = JsonObject & { id: string };

export interface Catalog {
	name: string;
	description: string;
	/** `id` is the first. */
	fields: CatalogField[];
	selections: CatalogSelection[];
	items: Map<string, CatalogItem>;
	/** ms since 1970 */
	updatedAt: number;
}

const field = (name: string, type: FieldType): CatalogField => ({ name, type });

/** The workspace's catalogs. */
export class CatalogState {
	catalogs: Catalog[] = [];

	/** One catalog with two items. */
	reset(): void {
		const items: CatalogItem[] = [
			{ id: 'paris-01', City: 'Paris', Offer: 'Two for one', Price: 12, Open: true, Dishes: ['Crêpe', 'Galette'] },
			{ id: 'lyon-01', City: 'Lyon', Offer: 'Free coffee', Price: 3, Open: false, Dishes: ['Quenelle'] },
		];
		this.catalogs = [
			{
				name: 'Local_Offers',
				description: 'What each franchise offers',
				fields: [field('id', 'string'), field('City', 'string'), field('Offer', 'string'), field('Price', 'number'), field('Open', 'boolean'), field('Dishes', 'array')],
				selections: [],
				items: new Map(items.map((item) => [item.id, item])),
				updatedAt: Date.now(),
			},
		];
	}

	age(ms: number): void {
		for (const catalog of this.catalogs) catalog.updatedAt -= ms;
	}

	find(name: string): Catalog | undefined {
		return this.catalogs.find((catalog) => catalog.name === name);
	}
}
