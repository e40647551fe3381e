import type { Resource } from '../../../shared/operation';
import { catalogVendor } from '../../catalogs/catalogVendor';
import { create } from './create.operation';
import { deleteSelection } from './delete.operation';

export const catalogSelection: Resource = { name: 'Catalog Selection', vendor: catalogVendor, operations: { create, delete: deleteSelection } };
