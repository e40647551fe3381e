import type { Resource } from '../../../shared/operation';
import { getProducts } from './getProducts.operation';
import { getQuantitySeries } from './getQuantitySeries.operation';
import { getRevenueSeries } from './getRevenueSeries.operation';

export const purchase: Resource = { name: 'Purchase', operations: { getProducts, getQuantitySeries, getRevenueSeries } };
