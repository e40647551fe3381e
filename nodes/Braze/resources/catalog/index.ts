import type { Resource } from '../../../shared/operation';
import { catalogVendor } from '../../catalogs/catalogVendor';
import { create } from './create.operation';
import { deleteCatalog } from './delete.operation';
import { getMany } from './getMany.operation';

export const catalog: Resource = { name: 'Catalog', vendor: catalogVendor, operations: { create, delete: deleteCatalog, getMany } };
