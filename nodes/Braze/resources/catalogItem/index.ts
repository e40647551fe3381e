import type { Resource } from '../../../shared/operation';
import { catalogVendor } from '../../catalogs/catalogVendor';
import { create } from './create.operation';
import { createBulk } from './createBulk.operation';
import { deleteItem } from './delete.operation';
import { deleteBulk } from './deleteBulk.operation';
import { get } from './get.operation';
import { getMany } from './getMany.operation';
import { replace } from './replace.operation';
import { replaceBulk } from './replaceBulk.operation';
import { update } from './update.operation';
import { updateBulk } from './updateBulk.operation';

export const catalogItem: Resource = {
	name: 'Catalog Item',
	vendor: catalogVendor,
	operations: { create, createBulk, delete: deleteItem, deleteBulk, get, getMany, replace, replaceBulk, update, updateBulk },
};
