import { NodeOperationError, type FieldType, type ILoadOptionsFunctions, type ResourceMapperFields } from 'n8n-workflow';
import { z } from '../../shared/schema';
import { objectBody } from '../../shared/transport/call';
import { openDoor } from '../../shared/transport/door';
import { catalogVendor } from './catalogVendor';

const listed = z.array(z.object({ name: z.string(), fields: z.array(z.object({ name: z.string(), type: z.string() })).default([]) }));

const TYPES: Readonly<Record<string, FieldType>> = { string: 'string', number: 'number', boolean: 'boolean', time: 'dateTime', array: 'array', object: 'object' };

/** The fields of the chosen catalog; `id` has a field of its own in the form. */
export const resourceMapping = {
	async getCatalogFields(this: ILoadOptionsFunctions): Promise<ResourceMapperFields> {
		const name: unknown = this.getCurrentNodeParameter('catalog', { extractValue: true });
		const door = await openDoor(this, catalogVendor);
		const result = await door.attempt({ method: 'GET', path: '/catalogs' }, 'safe');
		if (!result.ok) throw new NodeOperationError(this.getNode(), result.failure.message, { description: result.failure.fix });
		const catalog = listed.parse(objectBody(result.answer).catalogs ?? []).find((one) => one.name === name);
		const fields = (catalog?.fields ?? []).filter((one) => one.name !== 'id');
		return {
			fields: fields.map((one) => ({ id: one.name, displayName: one.name, type: TYPES[one.type] ?? 'string', required: false, defaultMatch: false, display: true })),
			emptyFieldsNotice: 'Choose a catalog first. Where it is an expression, use Values as JSON.',
		};
	},
};
