import { NodeOperationError, type ILoadOptionsFunctions, type ResourceMapperFields } from 'n8n-workflow';
import { FailureError } from '../../shared/transport/failure';
import { openDoor } from '../../shared/transport/door';
import { objectBody } from '../../shared/transport/call';
import { zendesk } from '../api';
import { pages } from '../cursorPaging';
import { customFieldShape, isOfferable, mapperField, type CustomField } from './mapperField';

async function list(context: ILoadOptionsFunctions, key: 'ticket_fields' | 'user_fields'): Promise<CustomField[]> {
	const door = await openDoor(context, zendesk);
	const found: CustomField[] = [];
	for await (const answer of pages(door, `/api/v2/${key}`)) found.push(...customFieldShape.array().parse(objectBody(answer)[key] ?? []));
	return found.filter(isOfferable);
}

/** n8n shows a NodeOperationError in the form, with what to do. */
const told = async <T>(context: ILoadOptionsFunctions, work: Promise<T>): Promise<T> =>
	await work.catch((error: unknown) =>
		Promise.reject(error instanceof FailureError ? new NodeOperationError(context.getNode(), error.failure.message, { description: error.failure.fix }) : error),
	);

/** What the node's mappers of custom fields offer. */
export const resourceMapping = {
	async getTicketFields(this: ILoadOptionsFunctions): Promise<ResourceMapperFields> {
		const fields = await told(this, list(this, 'ticket_fields'));
		return { fields: fields.map((custom) => mapperField(custom, String(custom.id))), emptyFieldsNotice: 'This Zendesk has no custom ticket fields.' };
	},
	async getUserFields(this: ILoadOptionsFunctions): Promise<ResourceMapperFields> {
		const fields = await told(this, list(this, 'user_fields'));
		return { fields: fields.flatMap((custom) => (custom.key ? [mapperField(custom, custom.key)] : [])), emptyFieldsNotice: 'This Zendesk has no user fields.' };
	},
};
