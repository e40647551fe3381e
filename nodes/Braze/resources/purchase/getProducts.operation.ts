import { callOperation, limitFields, mostOf } from '../../../shared/operation';
import { byPageNumber, namesIn } from '../../paging';

/** Braze's page does not say how long a page is, nor from which number it counts; 0 as everywhere else, and the empty page is the last. */
export const getProducts = callOperation({
	name: 'Get Products',
	action: 'Get the products that were bought',
	description: 'List the product IDs of purchases',
	documentation: 'https://www.braze.com/docs/api/endpoints/export/purchases/get_list_product_id/',
	calls: ['GET /purchases/product_list'],
	fields: limitFields,
	retry: 'safe',
	request: () => ({ method: 'GET', path: '/purchases/product_list', query: { page: 0 } }),
	outcome: (answer) => namesIn(answer, 'products').map((productId) => ({ productId })),
	page: { next: byPageNumber('products'), most: mostOf },
});
