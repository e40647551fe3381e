import type { Resource } from '../../../shared/operation';
import { catalogVendor } from '../../catalogs/catalogVendor';
import { create } from './create.operation';
import { deleteField } from './delete.operation';

export const catalogField: Resource = { name: 'Catalog Field', vendor: catalogVendor, operations: { create, delete: deleteField } };
