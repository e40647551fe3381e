import type { IDataObject } from 'n8n-workflow';
import { field, type InputOf } from '../../../shared/operation';
import { appIdField, seriesFields, seriesQuery, unitField } from '../../series';

export const purchaseSeriesFields = {
	...seriesFields,
	unit: unitField,
	appId: appIdField,
	product: field.optionalPick({ displayName: 'Product', description: 'All products when left blank. The list needs the permission purchases.product_list.', search: 'searchProducts', idPlaceholder: 'sku-42' }),
};

export const purchaseSeriesQuery = (input: InputOf<typeof purchaseSeriesFields>): IDataObject => ({ ...seriesQuery(input), unit: input.unit, app_id: input.appId, product: input.product });
