import { field, type InputOf, type Problem } from '../../shared/operation';
import { isObject } from '../../shared/text/isObject';
import { catalogField } from '../dataPickFields';
import { checkName } from './fieldTypes';

export const itemIdField = field.requiredId({ displayName: 'Item ID', description: 'Letters, digits, hyphens and underscores, up to 250', placeholder: 'restaurant1' });

/** Which item of which catalog. */
export const itemKeyFields = { catalog: catalogField, itemId: itemIdField };

/** Its values, for the fields that the catalog has. */
export const itemFields = {
	...itemKeyFields,
	values: field.mapping({
		displayName: 'Values',
		description: 'A value for each field of the catalog; the list needs the permission catalogs.get',
		method: 'getCatalogFields',
		words: { singular: 'field', plural: 'fields' },
		dependsOn: ['catalog.value'],
	}),
	more: field.extras({
		displayName: 'Additional Fields',
		placeholder: 'Add Field',
		fields: {
			valuesJson: field.jsonObject({ displayName: 'Values as JSON', description: 'Added to the values above. An update also takes {"$add": […]} and {"$remove": […]} for an array, and null.' }),
		},
	}),
};

export type ItemInput = InputOf<typeof itemFields>;

export const valuesOf = ({ values, more }: ItemInput): Record<string, unknown> => ({ ...values, ...more.valuesJson });

export const checkItemKey = ({ itemId }: Pick<ItemInput, 'itemId'>): Problem | undefined => checkName('Item ID', itemId);

export function checkItem(input: ItemInput): Problem | undefined {
	const values = valuesOf(input);
	if ('id' in values) return { displayName: 'Values as JSON', message: 'may not hold "id"; the Item ID is a field of its own' };
	return checkItemKey(input);
}

export function checkChanges(input: ItemInput): Problem | undefined {
	return Object.keys(valuesOf(input)).length === 0 ? { displayName: 'Values', message: 'is empty; give at least one value' } : checkItem(input);
}

/** Whether a repeat may add to an array once more. */
export const adds = (input: ItemInput): boolean => Object.values(valuesOf(input)).some((value) => isObject(value) && '$add' in value);
